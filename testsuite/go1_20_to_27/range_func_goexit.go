// runtime.Goexit in the body of a loop over a function runs all deferred calls and ends the goroutine.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func each(yield func(int) bool) {
	defer func() { fmt.Println("iterator", recover()) }()
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func work() {
	defer fmt.Println("function")
	for x := range each {
		defer fmt.Println("body", x)
		if x == 1 {
			runtime.Goexit()
		}
	}
	fmt.Println("not reached")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
		fmt.Println("not reached")
	}()
	wg.Wait()
	fmt.Println("main goes on")
}
