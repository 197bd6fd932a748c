// -m any order
package main

type MyInt int

func (m MyInt) String() string { return "x" }

type Str interface{ String() string }

type Box[T any] struct{ v T }

func (b *Box[T]) Get() T { return b.v }
func (b Box[T]) With(v T) Box[T] { b.v = v; return b }

func g[T any](x T) T { return x }
func gs[T any](x []T) int { return len(x) }

func f[T any](x T) T {
	y := g(x)
	n := gs([]T{x})
	_ = n
	h := g[T]
	b := &Box[T]{x}
	k := b.Get
	_ = k()
	e := (*Box[T]).Get
	_ = e(b)
	c := Box[[]T]{}
	_ = c.With(nil)
	return h(y)
}

func s[T Str](x T) string {
	f := x.String
	g := T.String
	return x.String() + f() + g(x)
}

func conv[T any](x any) (T, bool) {
	switch x := x.(type) {
	case T:
		return x, true
	case []T:
		return x[0], false
	}
	y, ok := x.(T)
	return y, ok
}

func cl[T any](x T) func() T {
	return func() T { return x }
}

type any2 = any

func main() {
	println(f(1))
	println(s(MyInt(1)))
	println(s[Str](MyInt(1)))
	v, _ := conv[int](3)
	println(v)
	println(cl("x")())
	var b Box[any]
	var b2 Box[any2]
	var b3 Box[*MyInt]
	_, _, _ = b, b2, b3
	type L struct{ x int }
	var b4 Box[L]
	b4.Get()
	var b5 Box[func(x int) (a, b string)]
	b5.Get()
	g(L{})
}
