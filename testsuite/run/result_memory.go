// Results in memory of functions that nobody knows: kept addresses, deferred changes, captures, loops and MakeFunc.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type big struct {
	x int
	y [4]int
	z string
	p *int
	s []string
}

var kept []*big
var fs []func(int) big

//go:noinline
func named(i int) (r big) {
	r.x = i
	r.p = new(int)
	*r.p = i
	kept = append(kept, &r)
	r.z = strings.Repeat("k", i%7+1)
	return
}

//go:noinline
func deferred(i int) (r big) {
	defer func() { r.x++; recover() }()
	r.z = fmt.Sprint("d", i)
	r.x = i
	if i%3 == 0 {
		panic(i)
	}
	return r
}

//go:noinline
func capture(i int) func(int) big {
	n := i
	return func(j int) big { n++; return big{x: j, p: &n, z: fmt.Sprint(n), s: []string{fmt.Sprint(i, j)}} }
}

//go:noinline
func use(f func(int) big, i int) (out string) {
	b := f(i)
	c := f(i + 1)
	runtime.GC()
	out = fmt.Sprint(b.x, b.z, c.x, c.z, len(b.s), len(c.s))
	if b.p != nil {
		out += fmt.Sprint(*b.p, *c.p)
	}
	return
}

//go:noinline
func loop(f func(int) big) int {
	t := 0
	var last *big
	for i := range 10 {
		b := f(i)
		if last != nil {
			t += last.x * len(last.z)
		}
		last = &b
	}
	return t + last.x
}

//go:noinline
func wrap(f func(int) big) func(int) big {
	return func(i int) big { return f(i) }
}

//go:noinline
func two(f func(int) (big, big, int), i int) int {
	a, b, n := f(i)
	runtime.GC()
	return a.x + b.x + n + *a.p + *b.p
}

func main() {
	made := reflect.MakeFunc(reflect.TypeOf(named), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return reflect.ValueOf(capture(int(in[0].Int()))).Call(in)
	}).Interface().(func(int) big)
	fs = append(fs, named, deferred, capture(3), made, wrap(made), wrap(named))
	for k := range 3 {
		for _, f := range fs {
			fmt.Println(use(f, k+1), loop(f))
		}
	}
	t := reflect.TypeOf(two).In(0)
	m2 := reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value {
		a, b := named(int(in[0].Int())), named(5)
		runtime.GC()
		return []reflect.Value{reflect.ValueOf(a), reflect.ValueOf(b), in[0]}
	}).Interface().(func(int) (big, big, int))
	fmt.Println(two(m2, 4), two(func(i int) (a, b big, n int) {
		q := i
		a.p, b.p = &q, &q
		return a, b, q
	}, 6))
	n := 0
	for i, k := range kept {
		n += k.x*i + *k.p + len(k.z)
	}
	fmt.Println(n, len(kept))
}
