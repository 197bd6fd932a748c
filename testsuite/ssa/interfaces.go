package main

type shape interface {
	area() float64
}

type named interface {
	shape
	name() string
}

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }
func (s square) name() string  { return "square" }

func call(s shape) float64 { return s.area() }

func convert(s square, n int, p *int) (shape, any, any) { return s, n, p }

func narrow(n named) shape { return n }

func assert(x any) square { return x.(square) }

func assertOk(x any) (named, bool) {
	n, ok := x.(named)
	return n, ok
}

func equal(a, b any, s shape) (bool, bool, bool) { return a == b, a == any(3), s == nil }

func methodValue(s shape) func() float64 { return s.area }

func main() {
	println(call(square{2}))
	convert(square{}, 1, nil)
	narrow(square{})
	assert(square{})
	assertOk(1)
	equal(1, 2, nil)
	methodValue(square{})
}
