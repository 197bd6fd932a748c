//go:build go1.21

package p

import "unsafe"

type A = int
type GA[T any] = []T

const (
	b  = 0b101
	o  = 0o17
	h  = 0x1p3
	u  = 1_000
	oo = 0b1_1
)

type I interface{ m() }
type J interface{ m() }
type K interface {
	I
	J
}
type C interface{ ~int | string }
type D interface{ int }
type E interface{ comparable }
type F[P any] struct{}

var fv F[int]

func g[P any](x P) {}
func g2[P, Q any](x P) {}
func hof(f func(int)) {}

func f(s []int, x int, a any, it func(func(int) bool)) {
	_ = 1 << x
	_ = (*[2]int)(s)
	_ = [2]int(s)
	g(1)
	g[int](1)
	hof(g)
	var ff func(int) = g
	_ = ff
	clear(s)
	_ = min(1, x)
	_ = max(1, x)
	_ = unsafe.Add(nil, 1)
	_ = unsafe.Slice(&x, 1)
	_ = unsafe.SliceData(s)
	_ = unsafe.String(nil, 1)
	_ = unsafe.StringData("")
	for range 10 {
	}
	for i := range x {
		_ = i
	}
	for i := range it {
		_ = i
	}
	for i := range "abc" {
		_ = i
	}
	_ = new(5)
	var c comparable
	for range s {
	}
}

type T struct{}

func (T) m[P any](x P) {}

type M[P any] interface{ F[P] }

func cmp[P comparable]() {}
func _() {
	cmp[any]()
	g2[int](1)
	var x F[int]
	type L[X any] []X
	type AL = int
	_ = func(x, y any) bool { return x == y }
	_ = struct{ a any }{}
}
func q[P interface{ m(); m() }]() {}
