// Goroutines and deferred functions that use loop variables (1.22).
package main

import (
	"fmt"
	"sync"
)

type worker struct{ id int }

func (w *worker) double() { w.id *= 2 }
func (w worker) report(out []int, at int) {
	out[at] = w.id
}

func main() {
	var wg sync.WaitGroup
	out := make([]int, 8)
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(out)

	for i, w := range []worker{{1}, {2}, {3}} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w.double()
			w.report(out, i)
		}()
	}
	wg.Wait()
	fmt.Println(out)

	results := make(chan string, 3)
	for _, name := range []string{"x", "y", "z"} {
		for n := range 2 {
			if n == 0 {
				continue
			}
			wg.Add(1)
			go func() { results <- fmt.Sprint(name, n); wg.Done() }()
		}
	}
	wg.Wait()
	close(results)
	seen := map[string]bool{}
	for r := range results {
		seen[r] = true
	}
	fmt.Println(seen)

	func() {
		for i := range 3 {
			defer func() { fmt.Print("deferred ", i, " ") }()
		}
		for i := 0; i < 3; i++ {
			w := worker{i}
			defer w.double()
			defer func() { fmt.Print("w", w.id, i, " ") }()
		}
	}()
	fmt.Println()
}
