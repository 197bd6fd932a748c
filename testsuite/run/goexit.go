// runtime.Goexit runs the deferred calls, is no panic, and ends one goroutine only.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func inner(log *[]string) {
	defer func() { *log = append(*log, fmt.Sprint("inner ", recover())) }()
	runtime.Goexit()
	*log = append(*log, "never")
}

func main() {
	var wg sync.WaitGroup
	var log []string
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { log = append(log, fmt.Sprint("outer ", recover())) }()
		inner(&log)
		log = append(log, "never")
	}()
	wg.Wait()
	fmt.Println(log)

	done := make(chan string, 1)
	go func() {
		defer func() { done <- "exit after a recovered panic" }()
		defer runtime.Goexit()
		defer func() { recover() }()
		panic("x")
	}()
	fmt.Println(<-done)

	go func() {
		defer func() { done <- fmt.Sprint("panic in a deferred call: ", recover()) }()
		defer func() {
			panic("p")
		}()
		runtime.Goexit()
	}()
	fmt.Println(<-done)

	go func() {
		defer close(done)
		func() {
			defer func() {
				recover()
				runtime.Goexit()
			}()
			panic("y")
		}()
		done <- "never"
	}()
	v, ok := <-done
	fmt.Printf("%q %v\n", v, ok)

	var mu sync.Mutex
	mu.Lock()
	go func() {
		defer mu.Unlock()
		for i := 0; ; i++ {
			if i == 5 {
				runtime.Goexit()
			}
		}
	}()
	mu.Lock()
	fmt.Println("unlocked by the deferred call")
}
