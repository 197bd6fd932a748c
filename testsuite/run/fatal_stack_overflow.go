// Endless recursion exceeds the limit of the stack.
package main

import "fmt"

func depth(n int) int {
	return depth(n+1) + 1
}

func main() {
	fmt.Println("start")
	fmt.Println(depth(0))
}
