package main

type shape interface{ area() int }

type square int

//go:noinline
func (s square) area() int { return int(s) * int(s) }

//go:noinline
func direct(a, b int) int { return call(func() int { return a }, square(b)) }

//go:noinline
func call(f func() int, s shape) int { return f() + s.area() }

// What nobody knows when compiling: call is not only copied for what direct passes.
var (
	function       = func() int { return 3 }
	value    shape = square(4)
)

func main() { println(direct(1, 2), call(function, value)) }
