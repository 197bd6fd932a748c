// Changing a map while ranging over it.
package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := 0; i < 100; i++ {
		m[i] = true
	}
	// An entry deleted before it is reached is never produced.
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
		delete(m, k^1)
	}
	fmt.Println(seen, len(m))

	for i := 0; i < 50; i++ {
		m[i] = false
	}
	for k := range m {
		m[k] = true
	}
	all := true
	for _, v := range m {
		all = all && v
	}
	fmt.Println(len(m), all)

	// Growth in the loop: old entries are produced exactly once.
	g := map[int]int{}
	for i := 0; i < 8; i++ {
		g[i] = 0
	}
	added := 1000
	for k := range g {
		if k < 8 {
			g[k]++
			for j := 0; j < 20; j++ {
				g[added] = 0
				added++
			}
		}
		if len(g) > 5000 {
			break
		}
	}
	once := 0
	for k, v := range g {
		if k < 8 && v == 1 {
			once++
		}
	}
	fmt.Println(once, len(g) == 8+added-1000)

	c := map[string]int{"a": 1, "b": 2, "c": 3}
	rounds := 0
	for range c {
		rounds++
		clear(c)
	}
	fmt.Println(rounds, len(c))

	// Two iterators over one map.
	q := map[int]int{1: 1, 2: 2, 3: 3}
	sum := 0
	for a := range q {
		for b := range q {
			sum += a * b
		}
	}
	fmt.Println(sum)
	var r map[int]int
	for k := range q {
		q = r
		sum += k
	}
	fmt.Println(sum, q == nil)
}
