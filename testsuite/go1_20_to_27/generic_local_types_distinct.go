// A type declared in a generic function is another type in each instance; types of one instance are identical.
package main

import "fmt"

func make1[T any](x T) any {
	type box struct{ v T }
	return box{x}
}

func make2[T any](x T) (any, func(any) bool) {
	type tag string
	return tag("t"), func(v any) bool { _, ok := v.(tag); return ok }
}

type shape interface{ area() float64 }

func scaled[T ~int | ~float64](k T) func(any) string {
	type unit struct{}
	type pair struct {
		k T
		u unit
	}
	seen := map[any]int{}
	return func(v any) string {
		seen[pair{k, unit{}}]++
		seen[v]++
		switch x := v.(type) {
		case pair:
			return fmt.Sprint("pair ", x.k)
		case unit:
			return "unit"
		case nil:
			seen[pair{k: k + 1}]++
			return fmt.Sprint(len(seen))
		}
		return fmt.Sprintf("other %T", v)
	}
}

func counter[T any]() func() int {
	type state struct{ n int }
	s := state{}
	return func() int { s.n++; return s.n }
}

func cases[T any](v any) string {
	type mine []T
	switch v.(type) {
	case mine:
		return "mine"
	case []T:
		return "slice"
	case map[string]mine:
		return "map"
	}
	return "none"
}

func give[T any]() any { type mine []T; return mine{} }

func main() {
	fmt.Println(make1(1) == make1(1), make1(1) == make1(2), make1(1) == make1(int64(1)))
	fmt.Println(make1[any](1) == make1[any](1), make1("x") == make1[any]("x"))
	a, isA := make2(1)
	b, isB := make2("s")
	c, isC := make2(2)
	fmt.Println(isA(a), isA(b), isA(c), isB(a), isB(b), isC(a), a == c, a == b)
	f, g := scaled(2), scaled(2.5)
	fmt.Println(f(1), f("x"), f(nil), g(nil), g(1))
	c1, c2 := counter[int](), counter[string]()
	c1()
	fmt.Println(c1(), c2())
	fmt.Println(cases[int]([]int{}), cases[int]([]string{}), cases[int](give[int]()))
	fmt.Printf("%T %T\n", make1(1), make1([]string{}))
}
