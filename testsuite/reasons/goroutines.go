// Closures of go statements, and what they hold.
package main

import "sync"

func waits(n int) int {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		n++
		wg.Done()
	}()
	wg.Wait()
	return n
}

func leaves(p *int, done chan *int) {
	q := new(int)
	go func() {
		*q = *p
		done <- q
	}()
}

func main() {
	done := make(chan *int)
	n := waits(1)
	leaves(&n, done)
	println(*<-done)
}
