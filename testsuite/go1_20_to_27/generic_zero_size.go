// Type arguments without data, large ones, and everything between in the same generic code.
package main

import (
	"fmt"
	"unsafe"
)

type empty struct{}
type huge [40]int64

type Box[T any] struct {
	before int8
	v      T
	after  int8
}

func (b *Box[T]) Swap(v T) (old T) { old, b.v = b.v, v; return }
func (b Box[T]) Copy() Box[T]      { b.before++; return b }

func roundTrip[T any](x T) (T, int, bool) {
	c := make(chan T, 1)
	c <- x
	m := map[string]T{"k": <-c}
	s := append([]T{}, m["k"], m["none"])
	a := [3]T{2: s[0]}
	var i any = a[2]
	y, ok := i.(T)
	f := func() T { return y }
	return f(), len(s), ok
}

func eq[T comparable](a, b T) bool { p, q := a, b; return p == q && any(p) == any(q) }

func sizes[T any]() []uintptr {
	var b Box[T]
	return []uintptr{unsafe.Sizeof(b), unsafe.Offsetof(b.v), unsafe.Offsetof(b.after), uintptr(unsafe.Alignof(b.v))}
}

func main() {
	fmt.Println(roundTrip(empty{}))
	fmt.Println(roundTrip([0]string{}))
	x, n, ok := roundTrip(huge{39: 7})
	fmt.Println(x[39], n, ok)
	fmt.Println(roundTrip(byte(3)))
	fmt.Println(roundTrip([]string{"s"}))
	fmt.Println(roundTrip[any](nil))
	fmt.Println(roundTrip(struct {
		a string
		b complex64
	}{"a", 1i}))
	b := Box[huge]{1, huge{1}, 2}
	old := b.Swap(huge{2})
	c := b.Copy()
	c.v[0] = 9
	fmt.Println(old[0], b.v[0], c.v[0], c.before, b.after)
	e := Box[empty]{after: 4}
	fmt.Println(e.Swap(empty{}), e.Copy())
	fmt.Println(eq(huge{1}, huge{1}), eq(huge{39: 1}, huge{}), eq(empty{}, empty{}), eq([2]any{1, "x"}, [2]any{1, "x"}))
	fmt.Println(sizes[empty](), sizes[huge](), sizes[string](), sizes[int16](), sizes[[3]byte]())
	set := map[empty]int{}
	set[empty{}]++
	set[empty{}]++
	fmt.Println(set)
}
