// A variable of the loop body whose address lives into the next iteration is not one slot.
package main

import "fmt"

type node struct {
	value int
	next  *node
}

func main() {
	var list *node
	for i := range 4 {
		n := node{i, list}
		list = &n
	}
	local := 0
	for i := range 4 {
		t := node{value: i}
		p := &t
		p.value *= 2
		local += p.value
	}
	for n := list; n != nil; n = n.next {
		fmt.Print(n.value, " ")
	}
	fmt.Println(local)
}
