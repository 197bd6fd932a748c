// Small variables on the heap that may share an object: addresses, values, weak pointers and finalizers of each.
package main

import (
	"fmt"
	"runtime"
	"weak"
)

var six = 6
var kept []any

type small struct {
	a byte
	b int32
}

//go:noinline
func keep(p ...any) { kept = append(kept, p...) }

func mixed() {
	a, b, c, d := byte(six), six*2, int16(six*3), small{byte(six), 7}
	e, f := [3]int{six}, float64(six)/4
	keep(&a, &b, &c, &d, &e, &f)
	a++
	b++
	c++
	d.b++
	f++
}

func branches(n int) {
	a := n
	if n%2 == 0 {
		b := n + 1
		keep(&a, &b)
	} else {
		c, d := int32(n+2), n+3
		keep(&a, &c, &d)
	}
	a += 100
}

func loops() {
	for i, j := 0, 10; i < 3; i, j = i+1, j+1 {
		keep(&i, &j)
		i, j = i+0, j+0
	}
}

func closures() (func() int, func() int) {
	a, b := six, six*10
	return func() int { a++; return a + b }, func() int { b++; return a + b }
}

//go:noinline
func weakOnes() (weak.Pointer[int], weak.Pointer[int]) {
	a, b := six, six+1
	keep(&a, &b)
	return weak.Make(&a), weak.Make(&b)
}

//go:noinline
func finalized(done chan string) {
	a, b := six, six+1
	runtime.SetFinalizer(&b, func(p *int) { done <- fmt.Sprint("finalized ", *p) })
	if a > b {
		keep(&a, &b)
	}
}

func main() {
	mixed()
	branches(1)
	branches(2)
	loops()
	for _, k := range kept {
		switch p := k.(type) {
		case *byte:
			fmt.Println("byte", *p)
		case *int:
			fmt.Println("int", *p)
		case *int16:
			fmt.Println("int16", *p)
		case *int32:
			fmt.Println("int32", *p)
		case *small:
			fmt.Println("small", *p)
		case *[3]int:
			fmt.Println("array", *p)
		case *float64:
			fmt.Println("float64", *p)
		}
	}
	f, g := closures()
	fmt.Println(f(), g(), f(), g())
	kept = nil
	x, y := weakOnes()
	runtime.GC()
	fmt.Println(*x.Value(), *y.Value(), x.Value() == kept[0], y.Value() == kept[1], x == y)
	done := make(chan string, 1)
	finalized(done)
	kept = nil
	runtime.GC()
	runtime.KeepAlive(done)
}
