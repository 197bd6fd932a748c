// Generic types declared in functions, generic ones too: their instances depend on both lists of arguments.
package main

import "fmt"

type ID int

func pairs[A any](a A) []any {
	type Pair[B any] struct {
		first  A
		second B
	}
	type Same Pair[A]
	type Twice = Pair[Pair[A]]
	type Chain[B any] struct {
		next *Chain[B]
		val  Pair[B]
	}
	c := Chain[string]{val: Pair[string]{a, "tail"}}
	return []any{
		Pair[int]{a, 1}, Pair[A]{a, a}, Same{a, a}, Twice{first: a},
		Chain[string]{&c, Pair[string]{a, "head"}}.next.val, &Chain[[]A]{},
	}
}

func same[A, B any](a A) (x, y any) {
	type T[C any] struct{ v A }
	return T[B]{a}, T[int]{a}
}

func plain() []any {
	type Box[T any] struct{ v T }
	type Int = Box[int]
	return []any{Int{1}, Box[string]{"x"}, Box[Box[bool]]{}}
}

func lists[K comparable, V any](k K, v V) string {
	type Entry[X any] struct {
		key K
		val X
	}
	type Table[X any] []Entry[X]
	t := Table[V]{{k, v}}
	u := Table[[]V]{{k, []V{v, v}}}
	f := func(t Table[V]) int { return len(t) }
	return fmt.Sprintf("%v %v %d %T", t, u, f(t), u)
}

func main() {
	for _, v := range append(pairs("s"), pairs(ID(2))...) {
		fmt.Printf("%T %v\n", v, v)
	}
	a, b := same[string, int]("q")
	c, d := same[string, ID]("q")
	e, f := same[any, int]("q")
	fmt.Println(a == b, c == d, b == d, a == e, b == f)
	for _, v := range plain() {
		fmt.Printf("%T %v\n", v, v)
	}
	fmt.Println(lists("k", 1.5))
	fmt.Println(lists(ID(1), "v"))
}
