// make with a capacity below the length.
package main

import "fmt"

func alloc(l, c int) []string { return make([]string, l, c) }

func main() {
	fmt.Println(cap(alloc(1, 2)))
	fmt.Println(cap(alloc(3, 2)))
}
