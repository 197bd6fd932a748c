// Variadic generic functions and methods: spreading, empty calls, nested calls, interfaces and functions as elements.
package main

import "fmt"

func Of[T any](xs ...T) []T { return xs }

func Append[S ~[]T, T any](s S, more ...T) S { return append(s, more...) }

func Apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func MaxOf[T ~int | ~string | ~float64](first T, rest ...T) T {
	for _, x := range rest {
		first = max(first, x)
	}
	return first
}

func Concat[T any](lists ...[]T) (out []T) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return
}

type Logger[T any] struct{ lines [][]T }

func (l *Logger[T]) Log(xs ...T) *Logger[T] { l.lines = append(l.lines, xs); return l }

func format[T any](f string, xs ...T) string {
	as := make([]any, len(xs))
	for i, x := range xs {
		as[i] = x
	}
	return fmt.Sprintf(f, as...)
}

func two() (int, int)             { return 4, 9 }
func mixed() (string, []int)      { return "x", nil }
func pair[A, B any](a A, b ...B) string { return fmt.Sprintf("%T %T %d", a, b, len(b)) }

type ids []int

func main() {
	fmt.Println(Of(1, 2, 3), len(Of[string]()), Of[string]() == nil, Of[any](1, "x", nil))
	s := []int{1, 2}
	t := Of(s...)
	t[0] = 9
	fmt.Println(s, len(Of(s)), Of(two()))
	fmt.Printf("%T %v\n", Append(ids{1}, 2, 3), Append(ids(nil), s...))
	fmt.Println(Apply(3), Apply(3, func(n int) int { return n * n }, func(n int) int { return -n }))
	fmt.Println(MaxOf(1), MaxOf("b", "c", "a"), MaxOf(two()), MaxOf(1, 2.5))
	fmt.Println(Concat([]int{1}, nil, s), Concat[string]() == nil)
	var l Logger[any]
	l.Log().Log(1, "a").Log(l.lines)
	fmt.Println(len(l.lines), l.lines[1])
	fmt.Println(format("%d-%d", 1, 2), format[any]("%v %v", "s", 1.5), format[int]("none"))
	fmt.Println(pair(1, "a", "b"), pair[int, error](1), pair(two()), pair(mixed()))
	f := Of[rune]
	fmt.Println(f('a', 'b'))
	defer func(fs ...func()) {
		for _, f := range fs {
			f()
		}
	}(Of(func() { fmt.Print("d1 ") }, func() { fmt.Println("d2") })...)
}
