package main

import "fmt"

// Loads after stores, with everything in between that may write to the same place.

type node struct {
	p, q *int
	next *node
}

var (
	sink   *int
	global node
)

//go:noinline
func set(n *node, p *int) { n.p = p }

//go:noinline
func read(n *node) int { return *n.p }

//go:noinline
func setGlobal(p *int) { global.p = p }

func overwritten() int {
	a, b := 1, 2
	n := &node{p: &a}
	sink = n.p
	n.p = &b
	return read(n) + *sink*10
}

func changedByCall() int {
	a, b := 1, 2
	n := &node{p: &a}
	set(n, &b)
	return *n.p
}

func changedThroughAlias(m *node) int {
	a, b := 1, 2
	n := &node{p: &a}
	m.next = n
	m.next.p = &b
	return *n.p
}

//go:noinline
func twoPointers(m, n *node, p, q *int) int {
	m.p = p
	n.p = q
	return *m.p
}

func changedInLoop(k int) int {
	vals := [4]int{1, 2, 3, 4}
	n := &node{p: &vals[0]}
	sum := 0
	for i := range k {
		sum = sum*10 + *n.p
		n.p = &vals[(i+1)%4]
		if i == 2 {
			set(n, &vals[0])
		}
	}
	return sum
}

func changedByDeferred() (r int) {
	a, b := 1, 2
	n := &node{p: &a}
	defer func() {
		recover()
		r = r*10 + *n.p
	}()
	defer func() { n.p = &b }()
	r = *n.p
	var none *node
	n.p = &r
	r += *none.p
	return r
}

func changedByCopy() int {
	a, b, c := 1, 2, 3
	m, n := &node{p: &a, q: &b}, &node{p: &c}
	set(m, m.p)
	set(n, n.p)
	m.q = &c
	*n = *m
	x := *n.q
	*n = node{p: &a}
	if n.q == nil {
		x += 10
	}
	return x
}

func elements(i int) int {
	var a [3]*int
	x, y := 1, 2
	a[0], a[1] = &x, &x
	a[i] = &y
	return *a[0]*10 + *a[1]
}

func otherGoroutine() int {
	a, b := 1, 2
	n := &node{p: &a}
	done := make(chan bool)
	go func() {
		n.p = &b
		done <- true
	}()
	<-done
	return *n.p
}

func sizes(v uint64) (uint64, uint32, uint8) {
	s := &struct{ a, b uint64 }{v, v}
	fmt.Sprint(s)
	s.a = v + 1
	x := uint32(s.a)
	s.a = 1<<40 | 7
	return s.a, x, uint8(s.a)
}

func globals() int {
	a, b := 1, 2
	global.p = &a
	x := *global.p
	setGlobal(&b)
	return x*10 + *global.p
}

func main() {
	one, two := 1, 2
	var m node
	fmt.Println(overwritten(), changedByCall(), changedThroughAlias(&m))
	fmt.Println(twoPointers(&m, &m, &one, &two), twoPointers(&m, new(node), &one, &two))
	fmt.Println(changedInLoop(7), changedByDeferred(), changedByCopy())
	fmt.Println(elements(0), elements(1), elements(2), otherGoroutine(), globals())
	fmt.Println(sizes(41))
}
