// Aliases with type parameters (1.24), of generic and of plain types, and aliases inside functions.
package main

import "fmt"

type Set[T comparable] = map[T]struct{}
type Pair[A, B any] struct {
	First  A
	Second B
}
type Same[T any] = Pair[T, T]
type Swap[A, B any] = Pair[B, A]
type Fn[T any] = func(T) T
type Vec[T any] = []T
type Matrix[T any] = Vec[Vec[T]]
type Ptr[T any] = *T
type Chain[T any] = Same[Same[T]]
type IntKeyed[V any] = map[int]V

func (p Pair[A, B]) String() string { return fmt.Sprintf("<%v %v>", p.First, p.Second) }

func keys[T comparable](s Set[T]) int { return len(s) }

func compose[T any](fs ...Fn[T]) Fn[T] {
	return func(x T) T {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func sum[T int | float64](m Matrix[T]) (t T) {
	for _, row := range m {
		for _, x := range row {
			t += x
		}
	}
	return
}

func set[T any](p Ptr[T], v T) { *p = v }

func local[T any](x T) any {
	type box = Pair[T, int]
	type named Same[T]
	n := named{x, x}
	return []any{box{x, 1}, n}
}

func main() {
	s := Set[string]{"a": {}, "b": {}}
	fmt.Println(keys(s), len(s))
	var p Same[int] = Pair[int, int]{1, 2}
	fmt.Println(p, Swap[string, int]{1, "x"})
	fmt.Printf("%T %T %T\n", p, Swap[string, int]{}, Chain[bool]{})
	f := compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })
	fmt.Println(f(4))
	m := Matrix[float64]{{1, 2}, {3.5}}
	fmt.Println(sum(m), len(m[0]))
	var n int
	set(&n, 5)
	set[int](&n, n*2)
	fmt.Println(n)
	var c Chain[int]
	c.First.Second = 3
	fmt.Println(c)
	ik := IntKeyed[[]string]{1: {"x"}}
	fmt.Println(ik)
	fmt.Printf("%v %T\n", local("q"), local(1.5).([]any)[0])
	var a any = Set[int]{}
	_, ok := a.(map[int]struct{})
	fmt.Println(ok)
}
