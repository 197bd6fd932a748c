// Package slices (1.21): searching, sorting, editing, comparing.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type person struct {
	name string
	age  int
}

func main() {
	s := []int{3, 1, 2}
	slices.Sort(s)
	i, ok := slices.BinarySearch(s, 2)
	fmt.Println(s, i, ok, slices.Contains(s, 9), slices.Index(s, 3), slices.Max(s), slices.Min(s))
	people := []person{{"bob", 30}, {"al", 25}, {"cy", 30}, {"di", 25}}
	slices.SortStableFunc(people, func(a, b person) int { return cmp.Compare(b.age, a.age) })
	fmt.Println(people)
	slices.SortFunc(people, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.age, b.age), strings.Compare(b.name, a.name))
	})
	fmt.Println(people)
	at, found := slices.BinarySearchFunc(people, 30, func(p person, age int) int { return cmp.Compare(p.age, age) })
	fmt.Println(at, found, slices.IndexFunc(people, func(p person) bool { return p.name == "al" }))
	t := slices.Insert([]string{"a", "d"}, 1, "b", "c")
	t = slices.Delete(t, 0, 1)
	fmt.Println(t, slices.Replace(slices.Clone(t), 0, 2, "x"), slices.Repeat(t[:1], 3), slices.Concat(t, t[:1]))
	d := []int{1, 1, 2, 2, 1}
	e := slices.Compact(d)
	fmt.Println(e, d, slices.Equal(e, []int{1, 2, 1}), slices.Compare(e, []int{1, 3}))
	slices.Reverse(e)
	fmt.Println(e, slices.DeleteFunc(e, func(n int) bool { return n == 1 }), e)
	g := slices.Grow([]int{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, cap(slices.Clip(g)), slices.IsSorted(s))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]float64{})
	}()
	fmt.Println(cmp.Less(1, 2), cmp.Compare("b", "a"), cmp.Or("", "x", "y"), min(2, slices.MinFunc(s, func(a, b int) int { return b - a })))
}
