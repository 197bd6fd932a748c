// Channels of type parameters: pipelines, merging, select, directions, nil channels, ranges.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func generate[T any](xs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

func mapped[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U, 1)
	go func() {
		for x := range in {
			out <- f(x)
		}
		close(out)
	}()
	return out
}

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(cs))
	for _, c := range cs {
		go func() {
			defer wg.Done()
			for x := range c {
				out <- x
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func collect[C ~<-chan T, T any](c C) (out []T) {
	for x := range c {
		out = append(out, x)
	}
	return
}

func either[A, B any](a <-chan A, b <-chan B) (as []A, bs []B) {
	for a != nil || b != nil {
		select {
		case x, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			as = append(as, x)
		case y, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			bs = append(bs, y)
		}
	}
	return
}

type Future[T any] struct {
	done chan struct{}
	v    T
	err  error
}

func Go[T any](f func() (T, error)) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = fmt.Errorf("panic: %v", r)
			}
		}()
		fu.v, fu.err = f()
	}()
	return fu
}

func (f *Future[T]) Get() (T, error) { <-f.done; return f.v, f.err }

type wide struct {
	name string
	data [10]int
}

func main() {
	fmt.Println(collect(mapped(generate(1, 2, 3), func(n int) string { return fmt.Sprint(n * n) })))
	all := collect(merge(generate(3, 1), generate(2), generate[int]()))
	sort.Ints(all)
	fmt.Println(all)
	as, bs := either(generate(1, 2), generate("x", "y", "z"))
	fmt.Println(as, bs)
	ws := collect(mapped(generate(wide{"a", [10]int{1}}, wide{name: "b"}), func(w wide) wide { w.data[9] = len(w.name); return w }))
	fmt.Println(ws)
	fmt.Println(Go(func() (int, error) { return 4, nil }).Get())
	fmt.Println(Go(func() (s []string, err error) { s[0] = "x"; return }).Get())
	select {
	case x, ok := <-generate[error]():
		fmt.Println(x, ok)
	}
}
