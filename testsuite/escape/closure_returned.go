// A variable that a returned closure changes lives on the heap, and so does the closure.
package main

import "fmt"

func sequence() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func main() {
	next := sequence()
	other := sequence()
	next()
	next()
	fmt.Println(next(), other())
}
