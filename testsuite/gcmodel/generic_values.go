// -m any order
package main

type B[T any] struct{ v T }

func (b *B[T]) Get() T { return b.v }
func g[T any](x T) T { return x }

func f[T any](x T) func(T) T { return g[T] }
func f2[T any](b *B[T]) func() T { return b.Get }
func f3[T interface{ Foo() }](b T) func() { return b.Foo }
func f4[T any](b *B[T]) func(*B[T]) T { return (*B[T]).Get }

type F int

func (F) Foo() {}

func f5[T any](x T) T { return f(x)(x) }

var sink any

func main() {
	sink = f(1)
	sink = f2(&B[int]{1})
	sink = f3(F(1))
	sink = f4[int](nil)
	sink = f5(2.5)
}
