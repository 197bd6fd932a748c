// A closure's captures escape by what its code does, also when only another function calls it.
package main

import "fmt"

var sink *int

//go:noinline
func apply(f func()) { f() }

//go:noinline
func test() {
	x := 1
	y := 2
	apply(func() { sink = &x; y++ })
	x += y
}

//go:noinline
func overwrite(n int) int {
	var a [64]int
	for i := range a {
		a[i] = n + i
	}
	return a[n%64]
}

func main() {
	test()
	fmt.Println(overwrite(7))
	fmt.Println(*sink)
}
