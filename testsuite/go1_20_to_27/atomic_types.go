// The types of sync/atomic (1.19, And and Or 1.23), generic pointers among them.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct {
	name  string
	level int
}

type stack[T any] struct{ head atomic.Pointer[node[T]] }

type node[T any] struct {
	v    T
	next *node[T]
}

func (s *stack[T]) Push(v T) {
	n := &node[T]{v: v}
	for {
		n.next = s.head.Load()
		if s.head.CompareAndSwap(n.next, n) {
			return
		}
	}
}

func (s *stack[T]) Pop() (v T, ok bool) {
	for {
		n := s.head.Load()
		if n == nil {
			return
		}
		if s.head.CompareAndSwap(n, n.next) {
			return n.v, true
		}
	}
}

func main() {
	var i atomic.Int64
	var u atomic.Uint32
	var b atomic.Bool
	fmt.Println(i.Add(5), i.Swap(9), i.Load(), i.CompareAndSwap(9, 1), i.CompareAndSwap(9, 2), i.Load())
	u.Store(0xf0)
	fmt.Println(u.Or(0x0f), u.And(0x3c), u.Load(), u.Add(^uint32(0)))
	fmt.Println(b.Swap(true), b.Load(), b.CompareAndSwap(false, true))
	var p atomic.Pointer[config]
	fmt.Println(p.Load() == nil)
	p.Store(&config{"a", 1})
	old := p.Swap(new(config{"b", 2}))
	fmt.Println(*old, *p.Load(), p.CompareAndSwap(old, nil))
	var v atomic.Value
	v.Store([]string{"x"})
	fmt.Println(v.Load().([]string)[0])
	var s stack[string]
	var wg sync.WaitGroup
	for k := range 20 {
		wg.Go(func() {
			s.Push(fmt.Sprint(k))
			i.Add(1)
		})
	}
	wg.Wait()
	n := 0
	for _, ok := s.Pop(); ok; _, ok = s.Pop() {
		n++
	}
	fmt.Println(n, i.Load())
}
