// A pointer to a local that is returned moves the local to the heap.
package main

import "fmt"

//go:noinline
func counter(start int) *int {
	n := start
	n++
	return &n
}

func main() {
	a, b := counter(1), counter(10)
	*a += *b
	fmt.Println(*a, *b)
}
