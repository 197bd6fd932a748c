// Per-iteration variables that bodies, conditions and post statements change through closures and pointers.
package main

import "fmt"

func main() {
	var ps []*int
	for i := 0; i < 10; i++ {
		ps = append(ps, &i)
		i += 2
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()

	// The closure of one iteration changes that iteration's variable, which the next one copies.
	for i := 0; i < 12; i++ {
		step := func(n int) { i += n }
		step(3)
		fmt.Print(i, " ")
	}
	fmt.Println()

	// A closure of an earlier iteration no longer moves the loop.
	var first func()
	for i := 0; i < 4; i++ {
		if first == nil {
			first = func() { i += 100; fmt.Print("[", i, "] ") }
		}
		first()
		fmt.Print(i, " ")
	}
	fmt.Println()

	// Closures in the condition and the post statement.
	for i, next := 0, (func() int)(nil); i < 3; i++ {
		if next != nil {
			fmt.Print("saw ", next(), " ")
		}
		next = func() int { i += 0; return i }
	}
	fmt.Println()

	var conds []func() bool
	for i := 0; func() bool { conds = append(conds, func() bool { return i < 2 }); return i < 3 }(); i++ {
	}
	for _, c := range conds {
		fmt.Print(c(), " ")
	}
	fmt.Println()

	var posts []func() int
	for i := 0; i < 3; func() { posts = append(posts, func() int { return i }); i++ }() {
	}
	for _, f := range posts {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	type point struct{ x, y int }
	var pts []*point
	for p := (point{}); p.x < 3; p.x++ {
		p.y = p.x * p.x
		pts = append(pts, &p)
	}
	for _, p := range pts {
		p.y++
		fmt.Print(*p, " ")
	}
	fmt.Println()

	for a := [2]int{}; a[0] < 3; a[0]++ {
		s := a[:]
		s[1] += 5
		defer fmt.Println("array", a, s)
	}
}
