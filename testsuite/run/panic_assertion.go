// A failed assertion to a concrete type.
package main

import "fmt"

func total(xs ...any) (n int) {
	for _, x := range xs {
		n += x.(int)
	}
	return
}

func main() {
	fmt.Println(total(1, 2, 3))
	fmt.Println(total(1, "two"))
}
