// Iterators over maps and ordered maps that change while they are ranged over.
package main

import (
	"fmt"
	"sort"
)

type ordered[K ~string, V any] struct {
	keys []K
	m    map[K]V
}

func (o *ordered[K, V]) Set(k K, v V) *ordered[K, V] {
	if o.m == nil {
		o.m = map[K]V{}
	}
	if _, ok := o.m[k]; !ok {
		o.keys = append(o.keys, k)
	}
	o.m[k] = v
	return o
}

func (o *ordered[K, V]) Delete(k K) { delete(o.m, k) }

func (o *ordered[K, V]) All(yield func(K, V) bool) {
	for _, k := range o.keys {
		if v, ok := o.m[k]; ok && !yield(k, v) {
			return
		}
	}
}

func sortedKeys[V any](m map[string]V) func(func(string, V) bool) {
	return func(yield func(string, V) bool) {
		keys := make([]string, 0, len(m))
		for k := range m {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

func main() {
	o := new(ordered[string, int]).Set("z", 1).Set("a", 2).Set("m", 3)
	for k, v := range o.All {
		fmt.Print(k, v, " ")
		if k == "z" {
			o.Delete("a")
			o.Set("new", 4)
		}
	}
	fmt.Println()
	for k := range o.All {
		for l, v := range o.All {
			if k == l {
				continue
			}
			o.m[k] += v
		}
	}
	fmt.Println(o.m)
	m := map[string][]int{"b": {2}, "a": {1, 1}, "c": nil}
	for k, v := range sortedKeys(m) {
		m[k] = append(v, len(m))
		delete(m, "c")
	}
	for k, v := range sortedKeys(m) {
		fmt.Print(k, v, " ")
	}
	fmt.Println()
}
