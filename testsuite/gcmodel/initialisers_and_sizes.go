// -m -l
package main

import (
	"errors"
)

type t struct{ p *int }

func (t) f() {}

func x() {
	x := t{}.f
	x()
}

var ErrA = errors.New("a")
var mm = map[string]*int{"a": nil}
var ff = func() int { return 1 }
var gg any = 5
var hh any = &t{}
var ii = []any{1, "a", &t{}}
var jj = mk(&t{})
var kk = append([]int{}, 1)

func mk(x *t) *t { return x }

func un(int, *int) {}
func un2(a int, _ *int) {}

func conv(n int, s []int) any {
	c := 10
	a := make([]int, n)
	b := make([]int, 0, c)
	d := make([]byte, len(s))
	e := [3]int{}
	f := make([]int, len(e))
	l := len(s)
	g := make([]int, l)
	str := "abc"
	h := make([]int, len(str))
	i := make([]int, cap(b))
	j := make([]int, len(b))
	_, _, _, _, _, _, _, _ = a, b, d, f, g, h, i, j
	q := 5
	var k any = q
	var m any = str
	z := any(n)
	_, _ = k, z
	return m
}


func rf() {
	for i := range 10 {
		func() { _ = i }()
	}
	for i := 0; i < 3; i++ {
		p := &i
		_ = p
	}
	for k, v := range []int{1} {
		sinkp = &v
		_ = k
	}
	for i := 0; i < 3; i++ {
		sinkp = &i
	}
}

var sinkp *int

func sw(a any, i int) {
	switch a {
	case 1:
	case "x", i:
	}
	if a == 5 {
	}
	switch b := a.(type) {
	case int, string:
		sink2 = b
	case *int:
		sink2 = b
	default:
		sink2 = &b
	}
}

var sink2 any

func dd(c chan int, m map[string]int) {
	defer close(c)
	defer delete(m, "a")
	defer panic("x")
	defer recover()
	defer func(p *int) {}(sinkp)
	go func() { sinkp = nil }()
	go mk(nil)
	defer sinkI.M()
	var tt t
	defer tt.f()
}

type I interface{ M() }

var sinkI I

func main() { x() }
