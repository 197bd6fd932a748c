// A nil dereference becomes a panic with a signal line.
package main

import "fmt"

type node struct {
	value int
	next  *node
}

func nth(n *node, i int) int {
	for ; i > 0; i-- {
		n = n.next
	}
	return n.value
}

func main() {
	list := &node{1, &node{2, nil}}
	defer fmt.Println("deferred")
	fmt.Println(nth(list, 1))
	fmt.Println(nth(list, 2))
}
