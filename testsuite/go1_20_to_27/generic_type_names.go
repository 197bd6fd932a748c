// What %T and panics print for instances of generic types and types declared in generic functions.
package main

import "fmt"

type Pair[A, B any] struct {
	A A
	B B
}
type List[T any] []T
type Fn[T any] func(T) T
type Num[T ~int | ~float64] struct{ v T }
type Opt[T any] struct{ p *T }
type local struct{}
type Self[T any] struct{ next *Self[T] }

func (p Pair[A, B]) Swap() Pair[B, A]  { return Pair[B, A]{p.B, p.A} }
func (l *List[T]) Method(x T) (T, error) { return x, nil }

func declared[T any](x T) []any {
	type inner struct{ v T }
	type generic = Pair[T, inner]
	f := func() any {
		type deep []inner
		return deep{{x}}
	}
	return []any{inner{x}, generic{x, inner{x}}, f(), map[string]inner{}, &inner{}}
}

func name[T any]() string { var p *T; return fmt.Sprintf("%T", p)[1:] }

func main() {
	p := Pair[int, string]{1, "x"}
	fmt.Printf("%T %T %T\n", p, p.Swap(), Pair[Pair[int, bool], []List[error]]{})
	fmt.Printf("%T %T %T\n", List[int]{}, List[map[string]local]{}, &List[*local]{})
	fmt.Printf("%T %T %T\n", Fn[int](nil), Num[float64]{}, Opt[Opt[rune]]{})
	fmt.Printf("%T %T\n", Self[any]{}, Self[interface{ String() string }]{})
	fmt.Printf("%T %T\n", Pair[struct{ X, y int }, func(int, ...string) (bool, error)]{}, List[chan<- int]{})
	fmt.Printf("%T\n", (*List[int]).Method)
	fmt.Printf("%v %+v %#v\n", p, p, p)
	for _, v := range append(declared(1), declared("s")...) {
		fmt.Printf("%T %v\n", v, v)
	}
	fmt.Println(name[Pair[byte, rune]](), name[[3]local](), name[error](), name[List[uint8]]())
	func() {
		defer func() { fmt.Println(recover()) }()
		var a any = p
		_ = a.(Pair[string, int])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var a any = List[int]{}
		_ = a.(fmt.Stringer)
	}()
}
