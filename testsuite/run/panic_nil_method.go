// A value method called through a nil pointer in an interface.
package main

import "fmt"

type shape interface{ area() int }
type square struct{ side int }

func (s square) area() int { return s.side * s.side }

//go:noinline
func measure(s shape) int { return s.area() }

func main() {
	var p *square
	var s shape = p
	fmt.Println(s != nil)
	fmt.Println(measure(s))
}
