// A struct returned by value stays out of the heap; returned by pointer it goes there.
package main

import "fmt"

type pair struct{ a, b int }

//go:noinline
func byValue(a, b int) pair { return pair{a, b} }

//go:noinline
func byPointer(a, b int) *pair { return &pair{a, b} }

func main() {
	v := byValue(1, 2)
	p := byPointer(3, 4)
	fmt.Println(v.a+v.b, p.a+p.b)
}
