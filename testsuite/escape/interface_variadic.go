// Values boxed for ...any: constants need no box, others escape into fmt.
package main

import "fmt"

//go:noinline
func count(args ...any) int { return len(args) }

type size struct{ w, h int }

func main() {
	s := size{3, 4}
	n := count(s, 1, "two", &s)
	fmt.Println(n, s, "const", 300)
}
