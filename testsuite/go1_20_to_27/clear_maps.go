// clear on maps (1.21): NaN keys, maps that are being ranged over, nil maps, shared maps.
package main

import (
	"fmt"
	"math"
)

type index map[string][]int

func reset[M ~map[K]V, K comparable, V any](m M) int {
	n := len(m)
	clear(m)
	return n
}

func main() {
	m := map[float64]int{1: 1, math.NaN(): 2, math.NaN(): 3, math.Inf(-1): 4}
	delete(m, math.NaN())
	fmt.Println(len(m))
	other := m
	clear(m)
	fmt.Println(len(m), len(other))
	m[2] = 5
	fmt.Println(other)
	var none map[int]int
	clear(none)
	fmt.Println(none == nil, len(none))
	ix := index{"a": {1}, "b": {2, 3}}
	kept := ix["b"]
	fmt.Println(reset(ix), len(ix), kept)
	big := map[int]string{}
	for i := range 1000 {
		big[i] = fmt.Sprint(i)
	}
	seen := 0
	for range big {
		seen++
		clear(big)
	}
	fmt.Println(seen, len(big))
	for i := range 10 {
		big[i] = "again"
	}
	fmt.Println(len(big), big[9], big[10] == "")
	faces := map[any]int{1: 1, "x": 2, [1]int{3}: 3}
	clear(faces)
	_, ok := faces["x"]
	fmt.Println(len(faces), ok)
}
