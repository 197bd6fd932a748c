// Range over integers (1.22): the count is evaluated once, assignments to the variable do not move the loop.
package main

import "fmt"

func n(s string, v int) int { fmt.Print(s, " "); return v }

type grid struct{ w, h int }

func (g *grid) width() int { g.w--; return g.w }

func main() {
	for i := range n("once", 3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	limit := 3
	for i := range limit {
		limit = 10
		i *= 5
		fmt.Print(i, " ")
	}
	fmt.Println(limit)
	var x int
	for x = range 4 {
		x += 100
	}
	fmt.Println(x)
	var arr [3]int
	at := 0
	for arr[at] = range 3 {
		at = (at + 1) % 3
	}
	fmt.Println(arr)
	p := &grid{5, 2}
	for p.h = range p.width() {
		p.w = 0
	}
	fmt.Println(*p)
outer:
	for i := range 4 {
		for j := range 4 {
			switch {
			case j > i:
				continue outer
			case i == 3:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { i++; return i })
	}
	fmt.Println(fs[0](), fs[0](), fs[2]())
	total := 0
	for range 3 {
		for range 4 {
			total++
		}
	}
	m := map[string]int{}
	for m["k"] = range 6 {
	}
	fmt.Println(total, m)
	func() {
		for i := range 3 {
			defer fmt.Print("d", i, " ")
			if i == 1 {
				return
			}
		}
	}()
	fmt.Println()
}
