package main

import "sync"

// Channels and goroutines that end with the function.

func buffered() {
	ch := make(chan int, 1)
	ch <- seven
	sinkInt = <-ch
}

func pointerThrough() {
	ch := make(chan *int, 1)
	n := seven
	ch <- &n
	sinkInt = *<-ch
}

func semaphore() {
	sem := make(chan struct{}, 2)
	sem <- struct{}{}
	sinkInt++
	<-sem
}

func closed() {
	done := make(chan struct{})
	close(done)
	<-done
}

func mutex() {
	var mu sync.Mutex
	mu.Lock()
	sinkInt++
	mu.Unlock()
}

func once() {
	var o sync.Once
	o.Do(func() { sinkInt = seven })
}

var results = make(chan *int, 1)

func needsSent() {
	n := seven
	results <- &n
	sinkInt = *<-results
}

func main() {
	measure([]gauntletCase{
		{"buffered_channel", 0, buffered},
		{"pointer_through_channel", 0, pointerThrough},
		{"semaphore", 0, semaphore},
		{"closed_channel", 0, closed},
		{"mutex", 0, mutex},
		{"once", 0, once},
		{"needs_sent", 1, needsSent},
	})
}
