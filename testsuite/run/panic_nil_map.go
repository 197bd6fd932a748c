// Assignment to an entry of a nil map.
package main

import "fmt"

type registry struct{ names map[string]int }

func (r *registry) add(n string) { r.names[n]++ }

func main() {
	var r registry
	fmt.Println(len(r.names), r.names["x"])
	r.add("x")
}
