// Deferred calls of loops in the frame's region: what they capture is on the heap, collected and moved stacks in between,
// panics on the way; fields that are stored as they are.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type stack struct {
	values []*int
	names  []string
	next   *stack
}

//go:noinline
func (s *stack) pop() *int {
	v := s.values[len(s.values)-1]
	s.values = s.values[:len(s.values)-1]
	s.names = s.names[:len(s.names)-1]
	s.next = s.next
	return v
}

//go:noinline
func (s *stack) push(v int, name string) {
	s.values = append(s.values, &v)
	s.names = append(s.names, strings.Repeat(name, 2))
}

// A store of what was there before something else was stored is no store of what is there.
//
//go:noinline
func swap(a, b *stack) int {
	x := a.values
	b.values = nil
	a.values = x
	n := len(a.values)
	y := b.values
	a.values = nil
	b.values = y
	return n*10 + len(b.values)
}

//go:noinline
func restored(s *stack, f func()) int {
	saved := s.values
	f()
	s.values = saved
	return len(s.values)
}

//go:noinline
func counted(p *int, f func()) int {
	old := *p
	for range 3 {
		*p = old
		*p++
		f()
	}
	*p = old
	return *p
}

func grow(n int) int {
	var room [64]int
	if n == 0 {
		return room[3]
	}
	return grow(n-1) + room[n%64] + 1
}

func three(yield func(int) bool) {
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func many(n, stop int) (out string) {
	var b strings.Builder
	defer func() { out = fmt.Sprint(b.Len(), " ", recover()) }()
	for i := range n {
		text := strings.Repeat("x", i%5)
		p := &stack{names: []string{text}}
		defer func() {
			if i%50 == 0 {
				runtime.GC()
				grow(200)
			}
			b.WriteString(p.names[0])
			b.WriteString(text)
		}()
		defer func(s *stack, t string) {
			if recover() != nil {
				b.WriteString("r")
			}
			b.WriteString(s.names[0] + t)
		}(p, fmt.Sprint(i))
		if i == stop {
			panic(text)
		}
	}
	return
}

func ranges(stop int) (out string) {
	defer func() { out += fmt.Sprint(" own ", recover()) }()
	for i := range 4 {
		for x := range three {
			text := fmt.Sprint(i, x)
			defer func() {
				runtime.GC()
				out += " " + text
				if i*3+x == stop {
					panic(text)
				}
			}()
		}
		defer fmt.Println("between", i, strings.Repeat("y", i))
	}
	return "end"
}

func main() {
	s := &stack{}
	for i := range 5 {
		s.push(i, string(rune('a'+i)))
	}
	runtime.GC()
	fmt.Println(*s.pop(), *s.pop(), s.names, len(s.values))
	t := &stack{values: s.values}
	fmt.Println(swap(s, t), s.values == nil, t.values == nil)
	fmt.Println(swap(t, t))
	s.push(7, "q")
	fmt.Println(restored(s, func() { s.values = nil }), *s.pop())
	n := 5
	fmt.Println(counted(&n, func() { n *= 2 }), n)
	fmt.Println(many(300, 1000), "/", many(300, 250), "/", many(3, 1))
	for i := range 13 {
		fmt.Println(ranges(i))
	}
}
