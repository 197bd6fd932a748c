// A call of a nil function value.
package main

import "fmt"

type handler struct{ on func(string) }

func main() {
	hs := []handler{{func(s string) { fmt.Println("handled", s) }}, {}}
	for _, h := range hs {
		h.on("event")
	}
}
