// sync.WaitGroup.Go (1.25) with loop variables, results and nested groups.
package main

import (
	"fmt"
	"sync"
)

type result[T any] struct {
	mu  sync.Mutex
	got map[int]T
}

func (r *result[T]) put(i int, v T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.got == nil {
		r.got = map[int]T{}
	}
	r.got[i] = v
}

func parallel[T any](n int, f func(int) T) map[int]T {
	var wg sync.WaitGroup
	var r result[T]
	for i := range n {
		wg.Go(func() { r.put(i, f(i)) })
	}
	wg.Wait()
	return r.got
}

func main() {
	fmt.Println(parallel(4, func(i int) int { return i * i }))
	fmt.Println(parallel(2, func(i int) map[int]string {
		return parallel(i+1, func(j int) string { return fmt.Sprint(i, j) })
	}))
	var outer sync.WaitGroup
	total := make(chan int, 6)
	for i := 0; i < 3; i++ {
		outer.Go(func() {
			var inner sync.WaitGroup
			for j := range 2 {
				inner.Go(func() { total <- i*10 + j })
			}
			inner.Wait()
		})
	}
	outer.Wait()
	close(total)
	sum := 0
	for x := range total {
		sum += x
	}
	fmt.Println(sum)
}
