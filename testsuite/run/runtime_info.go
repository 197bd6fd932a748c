// Package runtime: goroutine counts, scheduling, collection, caller positions, finalisation order of work.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func where() int {
	_, _, line, ok := runtime.Caller(1)
	if !ok {
		return -1
	}
	return line
}

var keep [][]byte

func main() {
	fmt.Println(runtime.NumGoroutine(), runtime.GOOS != "", runtime.NumCPU() > 0)
	a := where()
	b := where()
	fmt.Println(b - a)
	block := make(chan bool)
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() { defer wg.Done(); <-block }()
	}
	fmt.Println(runtime.NumGoroutine())
	close(block)
	wg.Wait()
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 100 {
		keep = append(keep, make([]byte, 10000))
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.TotalAlloc-before.TotalAlloc >= 1000000, after.Mallocs-before.Mallocs >= 100, len(keep))
	prev := runtime.GOMAXPROCS(2)
	fmt.Println(prev > 0, runtime.GOMAXPROCS(prev))
	turns := []int{}
	var mu sync.Mutex
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				mu.Lock()
				turns = append(turns, i)
				mu.Unlock()
				runtime.Gosched()
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(turns))
}
