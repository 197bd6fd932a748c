//go:build go1.21

// A file whose build constraint asks for an earlier version has that version's loop variables.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var ps []*string
	for _, s := range []string{"a", "b"} {
		ps = append(ps, &s)
	}
	fmt.Println(*ps[0], *ps[1], ps[0] == ps[1])
	var gs []func()
	for k, v := range map[string]int{"k": 1} {
		v := v
		gs = append(gs, func() { v++; fmt.Println(k, v) })
	}
	for _, g := range gs {
		g()
		g()
	}
	for i, j := 0, 0; i < 2; i++ {
		defer func() { fmt.Println("deferred", i, j) }()
		j += 10
	}
}
