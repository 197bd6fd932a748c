// The usual iterators: over slices, maps, trees, generators, adapters, pairs, and without values.
package main

import "fmt"

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func Values[T any](s []T) Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range s {
			if !yield(v) {
				return
			}
		}
	}
}

func Backward[T any](s []T) Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := len(s) - 1; i >= 0; i-- {
			if !yield(i, s[i]) {
				return
			}
		}
	}
}

func Filter[T any](seq Seq[T], keep func(T) bool) Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Map[T, U any](seq Seq[T], f func(T) U) Seq[U] {
	return func(yield func(U) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func Take[T any](seq Seq[T], n int) Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			if i++; i >= n {
				return
			}
		}
	}
}

func Zip[A, B any](a []A, b []B) Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range min(len(a), len(b)) {
			if !yield(a[i], b[i]) {
				return
			}
		}
	}
}

func Collect[T any](seq Seq[T]) (out []T) {
	for v := range seq {
		out = append(out, v)
	}
	return
}

type Tree[T any] struct {
	left, right *Tree[T]
	value       T
}

func (t *Tree[T]) All(yield func(T) bool) {
	t.walk(yield)
}

func (t *Tree[T]) walk(yield func(T) bool) bool {
	return t == nil || t.left.walk(yield) && yield(t.value) && t.right.walk(yield)
}

func insert(t *Tree[int], v int) *Tree[int] {
	if t == nil {
		return &Tree[int]{value: v}
	}
	if v < t.value {
		t.left = insert(t.left, v)
	} else {
		t.right = insert(t.right, v)
	}
	return t
}

func Fibonacci(yield func(int) bool) {
	a, b := 0, 1
	for yield(a) {
		a, b = b, a+b
	}
}

type List struct {
	head *node
}

type node struct {
	v    string
	next *node
}

func (l List) Each() func(func(string) bool) {
	return func(yield func(string) bool) {
		for n := l.head; n != nil; n = n.next {
			if !yield(n.v) {
				return
			}
		}
	}
}

type Lister interface {
	Each() func(func(string) bool)
}

func main() {
	for v := range Values([]string{"a", "b", "c"}) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for i, v := range Backward([]float64{1.5, 2.5, 3.5}) {
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()
	squares := Map(Filter(Values([]int{1, 2, 3, 4, 5, 6}), func(n int) bool { return n%2 == 0 }), func(n int) string {
		return fmt.Sprintf("<%d>", n*n)
	})
	fmt.Println(Collect(squares))
	fmt.Println(Collect(Take(squares, 2)))
	fmt.Println(Collect(Take(Seq[int](Fibonacci), 12)))
	for a, b := range Zip([]int{1, 2, 3}, []string{"x", "y"}) {
		fmt.Println(a, b)
	}
	var t *Tree[int]
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = insert(t, v)
	}
	sum := 0
	for v := range t.All {
		if v > 8 {
			break
		}
		sum += v
		fmt.Print(v, " ")
	}
	fmt.Println("sum", sum)
	var l Lister = List{&node{"one", &node{"two", nil}}}
	for s := range l.Each() {
		fmt.Println(s)
	}
	for range func(yield func() bool) {
		for i := 0; i < 3 && yield(); i++ {
		}
	} {
		fmt.Println("tick")
	}
	var k, total int
	var arr [4]int
	for k, arr[k%4] = range Backward([]int{10, 20, 30, 40, 50}) {
		total += arr[k%4]
	}
	fmt.Println(k, arr, total)
	var face any
	for face = range Values([]error{nil, fmt.Errorf("e")}) {
		fmt.Println(face)
	}
	for range Values([]int{1, 2}) {
		fmt.Println("no variable")
	}
	for _, v := range Backward([]int{1, 2}) {
		fmt.Println("second only", v)
	}
	for i := range Backward([]int{1, 2}) {
		fmt.Println("first only", i)
	}
}
