// Range over the iterators of the library.
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func filter[V any](seq iter.Seq[V], keep func(V) bool) iter.Seq[V] {
	return func(yield func(V) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func first(s []string, prefix string) (int, string) {
	for i, v := range slices.All(s) {
		if strings.HasPrefix(v, prefix) {
			return i, v
		}
	}
	return -1, ""
}

func main() {
	s := []string{"apple", "banana", "cherry", "date", "elderberry"}
	for i, v := range slices.All(s) {
		if i == 3 {
			break
		}
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.Backward(s) {
		if i%2 == 0 {
			continue
		}
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values(s) {
		fmt.Print(len(v), " ")
	}
	fmt.Println()
	for c := range slices.Chunk(s, 2) {
		fmt.Print(c, " ")
	}
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	sum := 0
	for k, v := range maps.All(m) {
		sum += v * len(k)
	}
	for v := range maps.Values(m) {
		sum += v
	}
	keys := []string{}
	for k := range maps.Keys(m) {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fmt.Println(sum, keys)
	for line := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q ", line)
	}
	for part := range strings.SplitSeq("a,b,,c", ",") {
		fmt.Printf("%q ", part)
	}
	for part := range strings.SplitAfterSeq("a,b,,c", ",") {
		fmt.Printf("%q ", part)
	}
	for f := range strings.FieldsSeq("  x  y z ") {
		fmt.Printf("%q ", f)
	}
	for f := range bytes.FieldsSeq([]byte("p q")) {
		fmt.Printf("%q ", f)
	}
	fmt.Println()
outer:
	for i := range slices.Values([]int{1, 2, 3}) {
		for j := range slices.Values([]int{1, 2, 3}) {
			if j == 3 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println(first(s, "ch"))
	fmt.Println(first(s, "z"))
	even := filter(slices.Values([]int{1, 2, 3, 4, 5, 6}), func(x int) bool { return x%2 == 0 })
	for x, w := range zip(even, slices.Values(s)) {
		fmt.Print(x, w, " ")
	}
	fmt.Println(slices.Collect(even), slices.Sorted(maps.Values(m)), slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Compare(b, a) }))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for v := range slices.Values(s) {
			defer fmt.Println("deferred", v)
			if v == "cherry" {
				panic("at cherry")
			}
		}
	}()
	fib := func(yield func(int) bool) {
		for a, b := 0, 1; yield(a); a, b = b, a+b {
		}
	}
	for x := range fib {
		if x > 100 {
			break
		}
		fmt.Print(x, " ")
	}
	next, stop := iter.Pull(iter.Seq[int](fib))
	for range 5 {
		fmt.Print(next())
	}
	stop()
	fmt.Println(next())
}
