// Iterators as methods, method values, interface methods, struct fields, results of calls and generic types.
package main

import "fmt"

type ring struct {
	items []string
	start int
}

func (r ring) All(yield func(int, string) bool) {
	for i := range r.items {
		if !yield(i, r.items[(r.start+i)%len(r.items)]) {
			return
		}
	}
}

func (r *ring) Drain(yield func(string) bool) {
	for len(r.items) > 0 {
		x := r.items[0]
		r.items = r.items[1:]
		if !yield(x) {
			return
		}
	}
}

type source interface {
	All(func(int, string) bool)
}

type named func(func(int) bool)

func (n named) Twice(yield func(int) bool) {
	ok := true
	n(func(x int) bool { ok = yield(x) && yield(x); return ok })
}

type holder struct {
	seq  named
	make func(int) named
}

func upTo(n int) named {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

type stack[T any] struct{ items []T }

func (s *stack[T]) Push(xs ...T) *stack[T] { s.items = append(s.items, xs...); return s }

func (s *stack[T]) All() func(func(T) bool) {
	return func(yield func(T) bool) {
		for i := len(s.items) - 1; i >= 0 && yield(s.items[i]); i-- {
		}
	}
}

type embeds struct {
	*stack[int]
	ring
}

func yields(y func(int) bool) { y(1) }

type yielder func(int) bool

func (y yielder) Iterate() { _ = y(3) && y(4) }

func main() {
	r := ring{[]string{"a", "b", "c"}, 1}
	for i, s := range r.All {
		fmt.Print(i, s, " ")
	}
	all := r.All
	r.start = 2
	for i, s := range all {
		fmt.Print(i, s, " ")
	}
	var src source = r
	for i, s := range src.All {
		if i == 2 {
			break
		}
		fmt.Print(i, s, " ")
	}
	fmt.Println()
	for s := range r.Drain {
		if s == "b" {
			break
		}
	}
	fmt.Println(r.items)
	h := holder{upTo(2), upTo}
	for x := range h.seq {
		fmt.Print(x, " ")
	}
	for x := range h.seq.Twice {
		fmt.Print(x, " ")
	}
	for x := range h.make(3) {
		fmt.Print(x, " ")
	}
	for x := range yields {
		fmt.Print(x, " ")
	}
	for x := range yielder.Iterate {
		fmt.Print(x, " ")
	}
	fmt.Println()
}

func init() {
	e := embeds{new(stack[int]).Push(1, 2, 3), ring{items: []string{"q"}}}
	for x := range e.stack.All() {
		fmt.Print(x, " ")
	}
	for i, s := range e.ring.All {
		fmt.Print(i, s, " ")
	}
	for s := range e.Drain {
		fmt.Print(s, " ")
	}
	fmt.Println(len(e.ring.items), len(e.stack.items))
	m := map[string]func(func(string) bool){"k": func(y func(string) bool) { y("from map") }}
	for s := range m["k"] {
		fmt.Println(s)
	}
	defer func() { fmt.Println(recover()) }()
	for range m["none"] {
	}
}
