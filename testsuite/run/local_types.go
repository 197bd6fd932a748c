// Types declared in functions, aliases, recursive types, unusual field layouts.
package main

import (
	"fmt"
	"unsafe"
)

type list []list
type tree map[string]tree
type fn func(fn) int
type self *self
type ch chan ch
type alias = map[string][]alias2
type alias2 = int

type packed struct {
	a bool
	b int64
	c bool
	d int32
	e bool
	f string
	g struct{}
}

func (l list) depth() int {
	d := 0
	for _, x := range l {
		d = max(d, x.depth())
	}
	return d + 1
}

func (t tree) count() (n int) {
	for _, k := range t {
		n += 1 + k.count()
	}
	return
}

func make1(n int) any {
	type T struct{ n int }
	return T{n}
}

func make2(n int) any {
	type T struct{ n int }
	return T{n}
}

func main() {
	fmt.Println(list{nil, list{list{}, nil}}.depth(), tree{"a": {"b": nil, "c": {"d": {}}}}.count())
	n := 0
	f := fn(func(g fn) int {
		n++
		if n == 5 {
			return n
		}
		return g(g)
	})
	fmt.Println(f(f))
	var s self
	s = &s
	fmt.Println(*s == s)
	c := make(ch, 1)
	c <- c
	fmt.Println(<-c == c)
	var a alias = map[string][]int{"x": {1}}
	fmt.Println(a)
	fmt.Println(make1(1) == make1(1), make1(1) == make2(1))
	fmt.Printf("%T %T %v\n", make1(1), make2(2), make2(3))
	fmt.Println(unsafe.Sizeof(packed{}), unsafe.Offsetof(packed{}.d), unsafe.Offsetof(packed{}.f), unsafe.Alignof(packed{}.b), unsafe.Sizeof([3]packed{}), unsafe.Sizeof(struct{}{}))
	type celsius float64
	type pair struct {
		l, r any
	}
	p := pair{pair{1, celsius(2)}, []pair{{nil, 3}}}
	fmt.Printf("%v %+v\n", p, p)
	type op = func(int) int
	ops := []op{func(x int) int { return x + 1 }, op(func(x int) int { return x * 2 })}
	v := 5
	for _, o := range ops {
		v = o(v)
	}
	fmt.Println(v)
	const local = iota
	type enum uint8
	const (
		first enum = iota + 1
		second
	)
	fmt.Printf("%T %d %d %d\n", second, first, second, local)
	x := []struct {
		name string
		next *struct{ n int }
	}{{"a", &struct{ n int }{1}}, {"b", nil}}
	fmt.Println(x[0].next.n, x[1].next == nil)
	var i interface {
		fmt.Stringer
		error
	}
	fmt.Println(i == nil)
	y := packed{f: "f", b: 1}
	z := y
	z.b++
	fmt.Println(y == z, y.b, z.f)
}
