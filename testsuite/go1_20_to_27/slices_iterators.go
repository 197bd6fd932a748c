// The iterators of package slices (1.23) and what consumes them.
package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

func filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range seq {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}

func take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n > 0 {
			i := 0
			for x := range seq {
				i++
				if !yield(x) || i == n {
					return
				}
			}
		}
	}
}

type names []string

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	for i, x := range slices.All(s) {
		if i == 3 {
			break
		}
		fmt.Print(i, ":", x, " ")
	}
	for i, x := range slices.Backward(s[:3]) {
		fmt.Print(i, ":", x, " ")
	}
	fmt.Println()
	fmt.Println(slices.Sorted(slices.Values(s)), slices.Collect(take(filter(slices.Values(s), func(n int) bool { return n%2 == 1 }), 3)))
	for c := range slices.Chunk(s, 3) {
		c = append(c, 0)
		fmt.Print(c, " ")
	}
	fmt.Println(s)
	n := names{"b", "a"}
	n = slices.AppendSeq(n, slices.Values([]string{"d", "c"}))
	fmt.Printf("%T %v\n", n, n)
	fmt.Println(slices.SortedFunc(slices.Values(n), func(a, b string) int { return strings.Compare(b, a) }))
	fmt.Println(slices.Collect(slices.Values([]int(nil))) == nil)
	var keys []int
	for k := range slices.All([]string{"x", "y"}) {
		keys = append(keys, k)
	}
	fmt.Println(keys)
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Chunk(s, 0)
	}()
	sum := 0
	for x := range slices.Values(s) {
		for y := range slices.Values(s) {
			if y > x {
				continue
			}
			if y == 9 {
				break
			}
			sum += y
		}
	}
	fmt.Println(sum)
}
