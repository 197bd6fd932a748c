// One iterator used by several goroutines at a time, iterators that run goroutines, and bodies that start them.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// Results in the order of completion; the iterator waits for its goroutines also when the body stops early.
func parallel[T any](n int, f func(int) T) func(func(int, T) bool) {
	type result struct {
		i int
		v T
	}
	return func(yield func(int, T) bool) {
		ch := make(chan result)
		stop := make(chan struct{})
		var wg sync.WaitGroup
		for i := range n {
			wg.Add(1)
			go func() {
				defer wg.Done()
				select {
				case ch <- result{i, f(i)}:
				case <-stop:
				}
			}()
		}
		go func() { wg.Wait(); close(ch) }()
		defer wg.Wait()
		defer close(stop)
		for r := range ch {
			if !yield(r.i, r.v) {
				return
			}
		}
	}
}

func first(n int) (found int) {
	for _, v := range parallel(n, func(i int) int { return i * 10 }) {
		return v % 10
	}
	return -1
}

func main() {
	seq := upTo(50)
	sums := make([]int, 4)
	var wg sync.WaitGroup
	for g := range upTo(4) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for x := range seq {
				if x > g*10 {
					break
				}
				sums[g] += x
			}
		}()
	}
	wg.Wait()
	fmt.Println(sums)
	var got []int
	for i, v := range parallel(8, func(i int) int { return i * i }) {
		got = append(got, i*100+v)
	}
	sort.Ints(got)
	fmt.Println(got)
	fmt.Println(first(20), first(0))
	var mu sync.Mutex
	total := 0
	func() {
		for i := range seq {
			wg.Add(1)
			go func() {
				defer wg.Done()
				mu.Lock()
				defer mu.Unlock()
				total += i
			}()
			if i == 9 {
				return
			}
		}
	}()
	wg.Wait()
	fmt.Println(total)
}
