package main

import "fmt"

// A named result that is written once, with a closure, is read after a panic that came before.

type N struct{ next *N }

func (v *N) M1() *N { return v }

func run(v *N) func() *N {
	return func() (r func() *N) {
		defer func() { _ = v }()
		m := v.M1
		v.next = m()
		return func() *N { return v }
	}()
}

//go:noinline
func fail(on bool) {
	if on {
		panic("stop")
	}
}

func recovered(v *N, on bool) (r func() *N) {
	defer func() { recover() }()
	fail(on)
	r = func() *N { return v }
	return r
}

func main() {
	fmt.Println(run(&N{})() != nil, recovered(&N{}, false) != nil, recovered(&N{}, true) != nil)
}
