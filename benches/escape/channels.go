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

var sinkChan chan int

func needsChannel() {
	ch := make(chan int, 1)
	ch <- seven
	sinkChan = ch
	clobber(3)
	verify(<-sinkChan == 7)
}

func needsReceived() {
	ch := make(chan *int, 1)
	n := seven
	ch <- &n
	sinkPtr = <-ch
	clobber(3)
	verify(*sinkPtr == 7)
}

// The goroutine runs when the function has returned.
func needsGoroutine() {
	n := seven
	leave(&n)
	clobber(3)
	verify(<-values == 8)
}

var values = make(chan int)

//go:noinline
func leave(p *int) {
	go send(p)
	*p++
}

func send(p *int) { values <- *p }

func main() {
	measure([]gauntletCase{
		{"buffered_channel", 0, buffered},
		{"pointer_through_channel", 0, pointerThrough},
		{"semaphore", 0, semaphore},
		{"closed_channel", 0, closed},
		{"mutex", 0, mutex},
		{"once", 0, once},
		{"needs_sent", 1, needsSent},
		{"needs_channel", 1, needsChannel},
		{"needs_received", 1, needsReceived},
		{"needs_goroutine", 1, needsGoroutine},
	})
}
