// A graph whose edges change all the time, checked against a model without pointers.
package main

import (
	"fmt"
	"runtime"
)

type vertex struct {
	id   int
	out  [4]*vertex
	note *string
	any  any
}

const size = 500

func main() {
	var vs [size]*vertex
	var model [size][4]int
	var notes [size]int
	seed := uint32(7)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	fresh := func(id int) *vertex {
		s := fmt.Sprint("note", id)
		return &vertex{id: id, note: &s, any: [2]int{id, -id}}
	}
	for i := range vs {
		vs[i] = fresh(i)
		for k := range 4 {
			model[i][k] = -1
		}
	}
	for step := range 200000 {
		a, b, k := next(size), next(size), next(4)
		switch next(5) {
		case 0:
			vs[a].out[k], model[a][k] = nil, -1
		case 1:
			notes[a]++
			s := fmt.Sprint("note", a, "/", notes[a])
			vs[a].note = &s
		default:
			vs[a].out[k], model[a][k] = vs[b], b
		}
		if step%50000 == 0 {
			runtime.GC()
		}
	}
	bad, edges := 0, 0
	for i, v := range vs {
		if v.any != any([2]int{i, -i}) {
			bad++
		}
		want := fmt.Sprint("note", i)
		if notes[i] > 0 {
			want = fmt.Sprint("note", i, "/", notes[i])
		}
		if *v.note != want {
			bad++
		}
		for k, o := range v.out {
			switch {
			case o == nil && model[i][k] == -1:
			case o != nil && o.id == model[i][k] && o == vs[o.id]:
				edges++
			default:
				bad++
			}
		}
	}
	fmt.Println(bad, edges)
	seen := map[*vertex]bool{}
	stack := []*vertex{vs[0]}
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if v != nil && !seen[v] {
			seen[v] = true
			stack = append(stack, v.out[:]...)
		}
	}
	fmt.Println(len(seen))
}
