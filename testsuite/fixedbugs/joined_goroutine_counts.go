// Groups that are told another number than goroutines are started: a loop whose header starts one, numbers of which the
// counter takes the lower half, a counter that overflows, a cycle with two entries. What such goroutines use must not be in the frame.
package main

import (
	"fmt"
	"sync"
)

var start, finished = make(chan bool), make(chan int)

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

// later waits until the frame is gone.
func later(p *int) {
	<-start
	*p++
	finished <- *p
	select {}
}

func try(name string, f func(int)) {
	left := make(chan bool)
	go func() {
		defer close(left)
		defer func() { recover() }()
		f(7)
	}()
	<-left
	clobber(10)
	done := make(chan bool)
	go func() { clobber(20); close(done) }()
	<-done
	start <- true
	fmt.Println(name, <-finished)
}

//go:noinline
func startsInHeader(n int) {
	var wg sync.WaitGroup
	wg.Add(3)
	i := 0
again:
	k := i
	go func() {
		if k == 3 {
			later(&n)
		}
		wg.Done()
	}()
	if i < 3 {
		i++
		goto again
	}
	wg.Wait()
}

//go:noinline
func moreBits(n, count int) {
	var wg sync.WaitGroup
	wg.Add(count)
	for i := 0; i < count; i++ {
		if i == 3 {
			break
		}
		go func() {
			if i == 2 {
				later(&n)
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

//go:noinline
func overflows(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if n == 7 {
			later(&n)
		}
		wg.Done()
	}()
	for i := 0; i < 4000; i++ {
		wg.Add(1 << 20)
	}
	wg.Wait()
}

//go:noinline
func overflowsCounted(n int, stop bool) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if n == 7 {
			later(&n)
		}
		wg.Done()
	}()
	for round := 0; round < 4000; round++ {
		wg.Add(1 << 20)
		for i := 0; i < 1<<20; i++ {
			if stop {
				break
			}
			go func() { wg.Done() }()
		}
	}
	wg.Wait()
}

//go:noinline
func twoEntries(n, c int) {
	var wg sync.WaitGroup
	count, round := 1, 0
	if c > 10 {
		goto inside
	}
head:
	round++
	if round > 3 {
		wg.Wait()
		return
	}
inside:
	round++
	wg.Add(count)
	for i := 0; i < count; i++ {
		go func() {
			if n == 7 {
				later(&n)
			}
			wg.Done()
		}()
	}
	count = -count
	goto head
}

func main() {
	try("startsInHeader", startsInHeader)
	try("moreBits", func(n int) { moreBits(n, 1<<32+2) })
	try("overflows", overflows)
	try("overflowsCounted", func(n int) { overflowsCounted(n, true) })
	try("twoEntries", func(n int) { twoEntries(n, 7) })
}
