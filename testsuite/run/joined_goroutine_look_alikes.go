// Goroutines that look as if the function waited for them.
package main

import (
	"fmt"
	"runtime"
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

//go:noinline
func deferredSecond(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer func() { <-start; n++; finished <- n }()
		defer wg.Done()
	}()
	wg.Wait()
}

//go:noinline
func inner(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		f := func() { wg.Done() }
		f()
		<-start
		n++
		finished <- n
	}()
	wg.Wait()
}

//go:noinline
func twice(n int) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		wg.Done()
		wg.Done()
	}()
	go func() {
		<-start
		n++
		finished <- n
		select {}
		wg.Done()
	}()
	wg.Wait()
}

//go:noinline
func goexits(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-start
		n++
		finished <- n
		wg.Done()
	}()
	if n == 7 {
		runtime.Goexit()
	}
	wg.Wait()
}

//go:noinline
func breaks(n int) {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			<-start
			n++
			finished <- n
			wg.Done()
		}()
		if n == 7 {
			return
		}
		wg.Wait()
	}
}

//go:noinline
func chanClose2(n int) {
	done := make(chan bool)
	for i := 0; i < 2; i++ {
		go func() {
			if i == 1 {
				<-start
				n++
				finished <- n
				select {}
			}
			close(done)
		}()
	}
	<-done
	<-done
}

//go:noinline
func selects(n int) {
	done := make(chan bool)
	go func() {
		<-start
		n++
		finished <- n
		done <- true
	}()
	select {
	case <-done:
	default:
	}
}

//go:noinline
func returnsResult(n int) *int {
	var wg sync.WaitGroup
	p := &n
	wg.Add(1)
	go func() { q := n + 1; p = &q; wg.Done() }()
	wg.Wait()
	return p
}

func worker(wg *sync.WaitGroup, p *int) {
	wg.Done()
	<-start
	*p++
	finished <- *p
}

//go:noinline
func named(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(&wg, &n)
	wg.Wait()
}

//go:noinline
func addAfter(n int) {
	var wg sync.WaitGroup
	go func() {
		<-start
		n++
		finished <- n
		select {}
		wg.Done()
	}()
	wg.Wait()
	wg.Add(1)
}

type pair struct{ a, b *int }

//go:noinline
func carried() int {
	var wg sync.WaitGroup
	var ps [10]pair
	for i := range 10 {
		x, y := i, i*2
		wg.Add(1)
		go func() {
			x++
			ps[i] = pair{&x, &y}
			wg.Done()
		}()
	}
	wg.Wait()
	s := 0
	for _, p := range ps {
		s = s*3 + *p.a*100 + *p.b
	}
	return s
}

func try(f func(int)) {
	f(7)
	clobber(5)
	start <- true
	fmt.Println(<-finished)
}

func main() {
	try(deferredSecond)
	try(inner)
	try(twice)
	go goexits(7)
	runtime.Gosched()
	start <- true
	fmt.Println(<-finished)
	try(breaks)
	try(chanClose2)
	try(selects)
	p := returnsResult(4)
	clobber(5)
	fmt.Println(*p)
	try(named)
	try(addAfter)
	fmt.Println(carried())
}
