// An index out of range ends the program after the deferred calls.
package main

import "fmt"

func pick(xs []string, i int) string { return xs[i] }

func main() {
	defer fmt.Println("deferred runs")
	xs := []string{"a", "b"}
	for i := 0; ; i++ {
		fmt.Println(pick(xs, i))
	}
}
