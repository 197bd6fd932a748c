// Per-iteration variables with continue, break and goto to labels, and nested loops.
package main

import "fmt"

func main() {
	var fs []func() string
outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			fs = append(fs, func() string { i++; return fmt.Sprint(i, j) })
			if j == 1 {
				if i == 2 {
					break outer
				}
				continue outer
			}
			if i == 1 {
				i += 0
				continue
			}
		}
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	n := 0
	var ps []*int
again:
	for i := 0; i < 2; i++ {
		ps = append(ps, &i)
		if n++; n == 1 {
			goto again
		}
	}
	for _, p := range ps {
		*p += 10
		fmt.Print(*p, " ")
	}
	fmt.Println(n)

	var gs []func() int
	for i := 0; i < 3; i++ {
		switch {
		case i == 1:
			continue
		case i == 2:
			i := i * 7
			gs = append(gs, func() int { return i })
			break
		default:
			gs = append(gs, func() int { i++; return i })
		}
		select {
		default:
			gs = append(gs, func() int { return i })
		}
	}
	for _, g := range gs {
		fmt.Print(g(), " ")
	}
	fmt.Println()
}
