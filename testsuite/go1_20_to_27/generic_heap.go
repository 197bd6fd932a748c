// A generic binary heap and an ordered queue on top of it, with comparison functions and methods.
package main

import "fmt"

type Heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

func NewHeap[T any](less func(a, b T) bool, items ...T) *Heap[T] {
	h := &Heap[T]{less: less}
	for _, x := range items {
		h.Push(x)
	}
	return h
}

func (h *Heap[T]) Push(x T) {
	h.items = append(h.items, x)
	for i := len(h.items) - 1; i > 0; {
		up := (i - 1) / 2
		if !h.less(h.items[i], h.items[up]) {
			break
		}
		h.items[i], h.items[up] = h.items[up], h.items[i]
		i = up
	}
}

func (h *Heap[T]) Pop() (top T, ok bool) {
	if len(h.items) == 0 {
		return
	}
	top = h.items[0]
	n := len(h.items) - 1
	h.items[0] = h.items[n]
	clear(h.items[n:])
	h.items = h.items[:n]
	for i := 0; ; {
		least := i
		for c := range 2 {
			if k := 2*i + 1 + c; k < n && h.less(h.items[k], h.items[least]) {
				least = k
			}
		}
		if least == i {
			return top, true
		}
		h.items[i], h.items[least] = h.items[least], h.items[i]
		i = least
	}
}

func (h *Heap[T]) Drain(yield func(int, T) bool) {
	for i := 0; ; i++ {
		x, ok := h.Pop()
		if !ok || !yield(i, x) {
			return
		}
	}
}

type Item[K any, P int | float64] struct {
	key      K
	priority P
}

func Sorted[T any](less func(a, b T) bool, xs ...T) (out []T) {
	for _, x := range NewHeap(less, xs...).Drain {
		out = append(out, x)
	}
	return
}

type edge struct{ to, cost int }

func shortest(graph [][]edge, from int) []int {
	dist := make([]int, len(graph))
	for i := range dist {
		dist[i] = -1
	}
	h := NewHeap(func(a, b Item[int, int]) bool { return a.priority < b.priority })
	h.Push(Item[int, int]{from, 0})
	for _, it := range h.Drain {
		if dist[it.key] >= 0 {
			continue
		}
		dist[it.key] = it.priority
		for _, e := range graph[it.key] {
			h.Push(Item[int, int]{e.to, it.priority + e.cost})
		}
	}
	return dist
}

func main() {
	fmt.Println(Sorted(func(a, b int) bool { return a < b }, 5, 2, 8, 1, 9, 3))
	fmt.Println(Sorted(func(a, b string) bool { return len(a) > len(b) || len(a) == len(b) && a < b }, "bb", "a", "ccc", "aa"))
	h := NewHeap(func(a, b Item[string, float64]) bool { return a.priority < b.priority }, Item[string, float64]{"late", 2.5}, Item[string, float64]{"soon", 0.5})
	for i, x := range h.Drain {
		fmt.Println(i, x)
		if i == 0 {
			h.Push(Item[string, float64]{"between", 1})
		}
		if x.key == "between" {
			break
		}
	}
	fmt.Println(len(h.items))
	fmt.Println(shortest([][]edge{{{1, 4}, {2, 1}}, {{3, 1}}, {{1, 2}, {3, 5}}, nil, nil}, 0))
}
