// Every iteration of a loop has variables of its own.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()

	var ps []*int
	for i := 0; i < 4; i++ {
		ps = append(ps, &i)
		i++
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()

	var gs []func()
	for k, v := range []string{"a", "b", "c"} {
		gs = append(gs, func() { fmt.Print(k, v, " ") })
	}
	for n := range 3 {
		gs = append(gs, func() { fmt.Print("n", n, " ") })
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()

	// A change by the closure during the iteration is seen by the post statement.
	for i := 0; i < 6; i++ {
		step := func() { i += 2 }
		fmt.Print(i, " ")
		step()
	}
	fmt.Println()

	// The closure captured in the condition keeps the first variable.
	var first func() int
	for i, get := 0, (func() int)(nil); i < 3; i++ {
		if get == nil {
			get = func() int { return i }
			first = get
		}
	}
	fmt.Println(first())

	var shared []*int
	var j int
	for j = 0; j < 3; j++ {
		shared = append(shared, &j)
	}
	fmt.Println(*shared[0], *shared[2], shared[0] == shared[1])

	var continued []*int
	for i := 0; i < 5; i++ {
		if i%2 == 1 {
			continue
		}
		continued = append(continued, &i)
	}
	for _, p := range continued {
		fmt.Print(*p, " ")
	}
	fmt.Println()
}
