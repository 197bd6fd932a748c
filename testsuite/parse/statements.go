// dump: ast
package p

import (
	"a"
	. "b"
	_ "c"
	d "d"
)

//go:noinline
func f(x int) {
	var a, b int = 1, 2
	const c, d = iota, 1
	type T struct{}
	a, b = b, a
	a <<= 2
	x := y.(type2)
	x++
	ch <- <-ch2
	go f(1)
	defer func() { recover() }()
L:
	for i := 0; i < 10; i++ {
		continue L
	}
	for x < 3 {
		break
	}
	for {
	}
	for range 10 {
	}
	for i := range x {
	}
	for k, v = range m {
	}
	for i := range func(yield func(int) bool) {} {
	}
	if x := f(); x > 0 {
	} else if (T{}) == y {
	} else {
		goto L
	}
	switch {
	}
	switch x := 1; x {
	case 1, 2:
		fallthrough
	default:
		return
	}
	switch y := x.(type) {
	case int, *T, []func():
	case nil:
	}
	switch x := 1; x.(type) {
	}
	select {
	case v, ok := <-ch:
	case ch <- 1:
	case <-ch:
	default:
	}
	{
		;
	}
	_ = x[1:2:3]
	_ = x[:]
	_ = a*b+c<<1&^d == e && !f || <-g > -h
	_ = *p.q.r(s...)[t](u)
	_ = (<-chan int)(nil)
	_ = <-chan int(nil)
	return
}

func g()

func (t *T) m() (int, error) { return 1, nil }
