package main

import (
	"errors"
	"fmt"
)

type T struct{ a, b int }

func (t T) M() int { return t.a }

type I interface{ M() int }

type E struct{ *T }

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			var re interface{ RuntimeError() }
			fmt.Println(name, e.Error(), errors.As(e, &re))
		} else {
			fmt.Println(name, r)
		}
	}()
	f()
}

var (
	a = b + 1
	b = f()
	m = map[string][]int{"x": {1, 2}, "y": nil}
	s = []struct {
		n string
		f func(int) int
	}{{"dbl", func(x int) int { return x * 2 }}, {"neg", func(x int) int { return -x }}}
	e1       = errors.New("e1")
	i1 I     = T{5, 6}
	i2 I     = &T{7, 8}
	any1 any = [3]int{1, 2, 3}
	pp       = &s[1]
	arr      = [...]string{2: "c", 0: "a"}
)

//go:noinline
func call(i I) int { return i.M() }

func f() int { return len(arr) }

var ring = R{nil, 1}
var ring2 = &R{&ring, 2}

type R struct {
	next *R
	v    int
}


func main() {
	try("ptr", func() { var p *T; call(p) })
	try("embed", func() { var e E; var i I = e; i.M() })
	try("mexpr", func() { fmt.Println((*T).M(&T{3, 4})); (*T).M(nil) })
	try("nilif", func() { var i I; i.M() })
	try("mval", func() { var i I; _ = i.M })
	fmt.Println(a, b, m, s[0].f(4), s[1].f(4), e1, i1, i2, any1, pp.n, arr, len(arr))
	fmt.Println(ring2.next.v, ring2.v)
	fmt.Printf("%v %+v %#v\n", i1, i2, any1)
}
