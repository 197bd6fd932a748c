// A map that was made before a loop grows in it, while the loop gives back what each iteration allocates.
package main

import "fmt"

type pair struct{ a, b int }

//go:noinline
func newPair(n int) *pair { return &pair{n, n * n} }

//go:noinline
func sum(n int) int {
	m := map[int]int{}
	for i := range n {
		p := newPair(i)
		m[p.a] = p.b
		buf := make([]int, i%7+1)
		for j := range buf {
			buf[j] = -1
		}
		m[i] += buf[0] + 1
	}
	total := 0
	for i := range n {
		total += m[i]
	}
	return total
}

//go:noinline
func put(m map[string]*pair, k string, p *pair) { m[k] = p }

//go:noinline
func nested(n int) (total int) {
	m := map[string]*pair{}
	keep := make([]pair, n)
	for i := range n {
		inner := map[int]int{}
		for j := range 20 {
			inner[j] = *&newPair(j).b
		}
		keep[i] = pair{inner[3], inner[19]}
		put(m, fmt.Sprint("key", i), &keep[i])
	}
	for k, p := range m {
		total += len(k) + p.a + p.b
	}
	return total
}

func main() {
	fmt.Println(sum(10), sum(100), sum(5000))
	fmt.Println(nested(5), nested(300))
}
