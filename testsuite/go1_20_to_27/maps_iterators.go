// Package maps (1.21, iterators 1.23).
package main

import (
	"fmt"
	"maps"
	"slices"
)

type ages map[string]int

func main() {
	m := ages{"a": 1, "b": 2, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	n := maps.Clone(m)
	n["d"] = 4
	maps.DeleteFunc(n, func(k string, v int) bool { return v%2 == 1 })
	fmt.Printf("%v %v %T\n", n, len(m), n)
	maps.Copy(m, n)
	fmt.Println(m, maps.Equal(m, map[string]int{"a": 1, "b": 2, "c": 3, "d": 4}))
	inv := map[int]string{}
	for k, v := range maps.All(m) {
		inv[v] = k
	}
	fmt.Println(inv)
	c := maps.Collect(slices.All([]string{"x", "y"}))
	maps.Insert(c, maps.All(map[int]string{1: "new", 7: "z"}))
	fmt.Println(c)
	count := 0
	for range maps.Keys(m) {
		if count++; count == 2 {
			break
		}
	}
	fmt.Println(count, maps.EqualFunc(c, c, func(a, b string) bool { return len(a) == len(b) }))
	groups := map[int][]string{}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		groups[m[k]%2] = append(groups[m[k]%2], k)
	}
	fmt.Println(groups)
}
