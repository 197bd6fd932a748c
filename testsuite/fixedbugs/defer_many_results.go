// Deferred calls and goroutines whose functions have more results than there are registers, some of which recover.
package main

import "fmt"

type node struct {
	left  *node
	right *node
	all   []*node
	id    int
}

type shape interface {
	both(n int) (node, []int)
}

type square struct{ side int }

//go:noinline
func (s *square) both(n int) (node, []int) {
	fmt.Println("method", s.side, n, recover() != nil)
	return node{id: n}, []int{n}
}

//go:noinline
func two(n int, x []int, y int) (node, []int, float64) {
	fmt.Println("function", n, len(x), y, recover() != nil)
	return node{id: y}, x, 1.5
}

func part(n int, s shape) (res int) {
	x, y := 1, 2
	done := make(chan bool)
	defer func() { fmt.Println(x, y) }()
	defer s.both(n)
	if n > 1 {
		defer two(n, make([]int, x), y)
		f := func(k int) (node, node) {
			y += k
			close(done)
			return node{}, node{id: k}
		}
		go f(n)
		<-done
	}
	if n&1 == 1 {
		panic("odd")
	}
	return y
}

func main() {
	for n := range 4 {
		fmt.Println(part(n, &square{n}))
	}
}
