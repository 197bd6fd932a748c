// A closure that is only called stays on the stack with what it captures.
package main

import "fmt"

//go:noinline
func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

func main() {
	total := 0
	add := func(x int) { total += x }
	add(1)
	each([]int{2, 3, 4}, add)
	fmt.Println(total)
}
