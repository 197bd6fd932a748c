// A group that is told a number below zero: the goroutine that was added before is left alone.
package main

import (
	"fmt"
	"sync"
)

var start, finished = make(chan bool), make(chan int)

//go:noinline
func takenBack(n, count int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-start
		n++
		finished <- n
		select {}
		wg.Done()
	}()
	wg.Add(count)
	for i := 0; i < count; i++ {
		go func() { wg.Done() }()
	}
	wg.Wait()
}

//go:noinline
func clobber(d int) int {
	var s [64]int
	for i := range s {
		s[i] = -d - i
	}
	if d > 0 {
		return clobber(d-1) + s[d]
	}
	return s[3]
}

func main() {
	takenBack(7, -1)
	clobber(10)
	start <- true
	fmt.Println(<-finished)
}
