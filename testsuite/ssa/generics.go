package main

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

type list[T any] struct {
	head T
	tail *list[T]
}

func (l *list[T]) push(x T) *list[T] { return &list[T]{x, l} }

func apply[T, U any](x T, f func(T) U) U { return f(x) }

func main() {
	println(sum(1, 2), sum(1.5))
	var l *list[string]
	println(l.push("a").head, apply(3, func(i int) string { return "x" }))
}
