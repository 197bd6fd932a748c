// make with a constant size stays; with a size known at run time it goes to the heap.
package main

import "fmt"

//go:noinline
func dynamic(n int) int {
	xs := make([]int, n)
	for i := range xs {
		xs[i] = i
	}
	return xs[n-1]
}

//go:noinline
func constant() int {
	xs := make([]int, 16)
	for i := range xs {
		xs[i] = i
	}
	return xs[15]
}

func main() { fmt.Println(dynamic(16), constant()) }
