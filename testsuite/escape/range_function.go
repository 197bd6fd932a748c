// Loops over functions: the body is called only, so what it shares with the function stays on the stack.
package main

import "fmt"

type seq[T any] func(func(T) bool)

type tree struct {
	left, right *tree
	value       int
}

func values[T any](s []T) seq[T] {
	return func(yield func(T) bool) {
		for _, v := range s {
			if !yield(v) {
				return
			}
		}
	}
}

func filter[T any](in seq[T], keep func(T) bool) seq[T] {
	return func(yield func(T) bool) {
		for v := range in {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func (t *tree) all(yield func(int) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.value) && t.right.all(yield)
}

func (t *tree) each(yield func(int) bool) { t.all(yield) }

func closing(yield func(int) bool) {
	defer func() { total++ }()
	_ = yield(1) && yield(2)
}

var total int

func sum(s []int, limit int) (n int) {
	for v := range values(s) {
		if v > limit {
			break
		}
		n += v
	}
	return
}

func find(s []string, want string) (int, bool) {
	i := 0
	for v := range filter(values(s), func(v string) bool { return len(v) == len(want) }) {
		if v == want {
			return i, true
		}
		i++
	}
	return i, false
}

func walk(t *tree) (list []int) {
	depth := 0
	for v := range t.each {
		depth++
		list = append(list, v*depth)
	}
	return
}

func deferred() (n int) {
	for v := range closing {
		n += v
	}
	return n + total
}

func kept() (fs []func() int) {
	for v := range values([]int{1, 2}) {
		fs = append(fs, func() int { v++; return v })
	}
	return
}

func main() {
	fmt.Println(sum([]int{1, 2, 3, 9, 4}, 5))
	fmt.Println(find([]string{"a", "bb", "cc"}, "cc"))
	fmt.Println(walk(&tree{&tree{value: 1}, &tree{value: 3}, 2}))
	fmt.Println(deferred())
	for _, f := range kept() {
		fmt.Println(f(), f())
	}
}
