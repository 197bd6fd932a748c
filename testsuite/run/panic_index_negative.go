// A negative index into an array.
package main

import "fmt"

var table [8]int

func main() {
	n := len(table) - 9
	fmt.Println("before", n)
	table[n]++
	fmt.Println("never")
}
