// More goroutines that look as if the function waited for them: groups and channels that others know, that are told twice,
// loops that start more than they seem to.
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

func try(name string, f func(int)) {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { recover() }()
		f(7)
	}()
	<-done
	f2 := func() { clobber(10) }
	f2()
	done2 := make(chan bool)
	go func() { defer close(done2); clobber(20) }()
	<-done2
	start <- true
	fmt.Println(name, <-finished)
}

// later waits to be told, then changes the frame's memory.
func later(p *int) {
	<-start
	*p++
	finished <- *p
	select {}
}

type G struct {
	wg sync.WaitGroup
	n  int
}

//go:noinline
func firstField(n int) {
	var g G
	g.wg.Add(1)
	go func() {
		if n == 7 {
			g.wg.Done()
			later(&n)
		}
		g.wg.Done()
	}()
	g.wg.Wait()
}

//go:noinline
func copied(n int) {
	var a sync.WaitGroup
	a.Add(1)
	b := a
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	b.Done()
	b.Wait()
}

//go:noinline
func assigned(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	a = sync.WaitGroup{}
	a.Wait()
}

//go:noinline
func swapped(n int) {
	a, b := new(sync.WaitGroup), new(sync.WaitGroup)
	a.Add(1)
	if n == 7 {
		a, b = b, a
	}
	go func() {
		if n == 7 {
			later(&n)
		}
		b.Done()
	}()
	a.Wait()
}

//go:noinline
func doneHere(n int) {
	var a sync.WaitGroup
	a.Add(2)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	go func() { a.Done() }()
	a.Done()
	a.Wait()
}

//go:noinline
func doneByCallee(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	finish(&a)
	a.Wait()
}

//go:noinline
func finish(wg *sync.WaitGroup) { wg.Done() }

//go:noinline
func methodValue(n int) {
	var a sync.WaitGroup
	a.Add(1)
	done := a.Done
	go func() {
		if n == 7 {
			done()
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

//go:noinline
func goDone(n int) {
	var a sync.WaitGroup
	a.Add(2)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	go a.Done()
	go a.Add(-1)
	a.Wait()
}

//go:noinline
func deferredDone(n int) {
	var a sync.WaitGroup
	a.Add(1)
	defer a.Wait()
	defer a.Done()
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
}

//go:noinline
func nestedDone(n int) {
	var a sync.WaitGroup
	a.Add(2)
	go func() {
		func() { defer a.Done() }()
		a.Done()
	}()
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

//go:noinline
func recDone(n int) {
	var a sync.WaitGroup
	a.Add(3)
	go func() { rec(&a, 2) }()
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

func rec(wg *sync.WaitGroup, d int) {
	if d > 0 {
		rec(wg, d-1)
	}
	wg.Done()
}

//go:noinline
func both(wg, wg2 *sync.WaitGroup) { wg2.Done(); wg.Done() }

//go:noinline
func twiceGiven(n int) {
	var a sync.WaitGroup
	a.Add(2)
	go both(&a, &a)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

//go:noinline
func inArgs(n int) {
	var a sync.WaitGroup
	a.Add(2)
	go func(b *sync.WaitGroup) { b.Done(); a.Done() }(&a)
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

//go:noinline
func loopDone(n int) {
	var a sync.WaitGroup
	a.Add(3)
	go func() {
		for range 2 {
			a.Done()
		}
	}()
	go func() {
		if n == 7 {
			later(&n)
		}
		a.Done()
	}()
	go func() { a.Done() }()
	a.Wait()
}

//go:noinline
func sentTwice(n int) {
	done := make(chan bool, 2)
	go func() { done <- true; done <- true }()
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	<-done
	<-done
}

//go:noinline
func sentHere(n int) {
	done := make(chan bool, 2)
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	done <- true
	<-done
}

//go:noinline
func closedAndSent(n int) {
	done := make(chan bool, 2)
	go func() { close(done) }()
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	<-done
	<-done
}

//go:noinline
func closedHere(n int) {
	done := make(chan bool, 2)
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	close(done)
	<-done
}

//go:noinline
func rangeRecv(n int) {
	done := make(chan bool, 2)
	go func() { done <- true }()
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	for range done {
		break
	}
}

//go:noinline
func recvInCond(n int) {
	done := make(chan bool, 2)
	go func() {
		if n == 7 {
			later(&n)
		}
		done <- true
	}()
	if n != 7 {
		<-done
	}
}

//go:noinline
func selected(n int) {
	done := make(chan bool, 2)
	go func() {
		if n == 7 {
			later(&n)
		}
		select {
		case done <- true:
		default:
		}
	}()
	select {
	case <-done:
	default:
	}
}

//go:noinline
func capturedChan(n int) {
	done := make(chan bool, 2)
	f := func() { done <- true }
	go func() {
		if n == 7 {
			f()
			later(&n)
		}
		done <- true
	}()
	<-done
}

//go:noinline
func chanOfChan(n int) {
	done := make(chan chan bool, 2)
	d := make(chan bool, 2)
	go func() {
		if n == 7 {
			x := <-done
			x <- true
			later(&n)
		}
		d <- true
	}()
	done <- d
	<-d
}

//go:noinline
func deferLoop(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		for i := range 3 {
			if i == 1 {
				defer a.Done()
			} else {
				defer func() {
					if i == 0 && n == 7 {
						later(&n)
					}
				}()
			}
		}
	}()
	a.Wait()
}

//go:noinline
func deferCond(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		if n == 7 {
			defer later(&n)
		}
		defer a.Done()
	}()
	a.Wait()
}

//go:noinline
func deferArgs(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		defer later(&n)
		defer a.Done()
	}()
	a.Wait()
}

//go:noinline
func deferInner(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		defer func() {
			recover()
			if n == 7 {
				later(&n)
			}
		}()
		func() { defer a.Done(); panic(1) }()
	}()
	a.Wait()
}

//go:noinline
func deferGoexit(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		defer func() {
			if n == 7 {
				later(&n)
			}
		}()
		func() { defer a.Done(); runtime.Goexit() }()
	}()
	a.Wait()
}

//go:noinline
func afterRecover(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() {
		func() {
			defer a.Done()
			defer func() { recover() }()
			panic(1)
		}()
		if n == 7 {
			later(&n)
		}
	}()
	a.Wait()
}

//go:noinline
func result(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() int {
		a.Done()
		if n == 7 {
			later(&n)
		}
		return n
	}()
	a.Wait()
}

//go:noinline
func resultDefer(n int) {
	var a sync.WaitGroup
	a.Add(1)
	go func() (r int) {
		defer func() {
			r = n
			if r == 7 {
				later(&n)
			}
		}()
		defer a.Done()
		return 3
	}()
	a.Wait()
}

type doer interface{ Done() }

//go:noinline
func viaIface(n int) {
	var a sync.WaitGroup
	a.Add(1)
	var d doer = &a
	go func() {
		if n == 7 {
			d.Done()
			later(&n)
		}
		a.Done()
	}()
	a.Wait()
}

//go:noinline
func remadeInLoop(n int) {
	for i := range 2 {
		var a sync.WaitGroup
		if i == 0 {
			a.Add(1)
			go func() {
				if n == 7 {
					later(&n)
				}
				a.Done()
			}()
		} else {
			a.Wait()
		}
	}
}

//go:noinline
func remadeChan(n int) {
	var done chan bool
	for i := range 2 {
		done = make(chan bool, 1)
		go func() {
			if i == 0 {
				later(&n)
			}
			done <- true
		}()
	}
	<-done
}

//go:noinline
func rangeFunc(n int) {
	var a sync.WaitGroup
	for i := range func(y func(int) bool) { y(1); panic(3) } {
		a.Add(i)
		go func() {
			if n == 7 {
				later(&n)
			}
			a.Done()
		}()
	}
	a.Wait()
}

//go:noinline
func labelled(n int) {
	var a sync.WaitGroup
outer:
	for i := range 3 {
		for j := range 3 {
			a.Add(1)
			go func() {
				if i == 1 {
					later(&n)
				}
				a.Done()
			}()
			if j == 1 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			a.Wait()
		}
		a.Wait()
	}
	if n == 8 {
		a.Wait()
	}
}

//go:noinline
func unsignedLoop(n int, k uint) {
	var a sync.WaitGroup
	a.Add(int(k))
	for i := uint(0); i < k+1; i++ {
		go func() {
			if i == 2 {
				later(&n)
			}
			a.Done()
		}()
	}
	a.Wait()
}

//go:noinline
func boundChanges(n int, k int) {
	var a sync.WaitGroup
	a.Add(k)
	for i := 0; i < k; i++ {
		go func() {
			if i == 2 {
				later(&n)
			}
			a.Done()
		}()
		if i == 1 {
			k++
		}
	}
	a.Wait()
}

//go:noinline
func shadow(n int, k int) {
	var a sync.WaitGroup
	a.Add(k)
	for i := -1; i < k; i++ {
		go func() {
			if i == 1 {
				later(&n)
			}
			a.Done()
		}()
	}
	a.Wait()
}

//go:noinline
func le(n int) {
	var a sync.WaitGroup
	a.Add(3)
	for i := 0; i <= 3; i++ {
		go func() {
			if i == 3 {
				later(&n)
			}
			a.Done()
		}()
	}
	a.Wait()
}

//go:noinline
func down(n, k int) {
	var a sync.WaitGroup
	a.Add(k)
	for i := k; i >= 0; i-- {
		go func() {
			if i == 0 {
				later(&n)
			}
			a.Done()
		}()
	}
	a.Wait()
}

//go:noinline
func twiceLoop(n, k int) {
	var a sync.WaitGroup
	a.Add(k)
	for r := range 2 {
		for i := 0; i < k; i++ {
			go func() {
				if r == 1 {
					later(&n)
				}
				a.Done()
			}()
			if r == 1 {
				break
			}
		}
	}
	a.Wait()
}

func main() {
	try("firstField", firstField)
	try("copied", copied)
	try("assigned", assigned)
	try("swapped", swapped)
	try("doneHere", doneHere)
	try("doneByCallee", doneByCallee)
	try("methodValue", methodValue)
	try("goDone", goDone)
	try("deferredDone", deferredDone)
	try("nestedDone", nestedDone)
	try("recDone", recDone)
	try("twiceGiven", twiceGiven)
	try("inArgs", inArgs)
	try("loopDone", loopDone)
	try("sentTwice", sentTwice)
	try("sentHere", sentHere)
	try("closedHere", closedHere)
	try("rangeRecv", rangeRecv)
	try("recvInCond", recvInCond)
	try("selected", selected)
	try("capturedChan", capturedChan)
	try("chanOfChan", chanOfChan)
	try("deferLoop", deferLoop)
	try("deferCond", deferCond)
	try("deferArgs", deferArgs)
	try("deferInner", deferInner)
	try("deferGoexit", deferGoexit)
	try("afterRecover", afterRecover)
	try("result", result)
	try("resultDefer", resultDefer)
	try("viaIface", viaIface)
	try("remadeInLoop", remadeInLoop)
	try("remadeChan", remadeChan)
	try("rangeFunc", rangeFunc)
	try("closedAndSent", closedAndSent)
	try("boundChanges", func(n int) { boundChanges(n, 2) })
	try("shadow", func(n int) { shadow(n, 2) })
	try("le", le)
	try("down", func(n int) { down(n, 2) })
	try("twiceLoop", func(n int) { twiceLoop(n, 2) })
	try("unsignedLoop", func(n int) { unsignedLoop(n, 2) })
	try("labelled", labelled)
}
