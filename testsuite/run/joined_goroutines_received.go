// Goroutines that a loop starts, each of which sends once, and loops that receive from all of them, or look like it.
package main

import (
	"fmt"
	"runtime"
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
func squares(n int) int {
	done := make(chan int)
	out := make([]int, n)
	for i := range n {
		go func() {
			runtime.Gosched()
			out[i] = i * i
			done <- i
		}()
	}
	sum := 0
	for range n {
		sum += <-done
	}
	for _, s := range out {
		sum += s
	}
	return sum
}

//go:noinline
func rounds(words []string) (total int) {
	for r := 0; r < 3; r++ {
		done := make(chan *int, r)
		for i, w := range words {
			length := new(int)
			go func() {
				*length = len(w) + i + r
				done <- length
			}()
		}
		for range words {
			total += *<-done
		}
	}
	return total
}

//go:noinline
func oneChannel(n int) int {
	done := make(chan struct{})
	total := 0
	for r := 0; r < 3; r++ {
		x := make([]int, n)
		for i := 0; i < n; i++ {
			go func() {
				x[i] += i + r
				done <- struct{}{}
			}()
		}
		for i := 0; i < n; i++ {
			<-done
		}
		for _, v := range x {
			total += v
		}
	}
	return total
}

// What the look-alikes leave at work: it adds one and hands the sum over.
func late(n *int, done chan bool) {
	<-start
	*n++
	finished <- *n
	done <- true
}

//go:noinline
func fewer(n, started, received int) {
	done := make(chan bool, 4)
	for i := 0; i < started; i++ {
		go late(&n, done)
	}
	for i := 0; i < received; i++ {
		<-done
	}
}

//go:noinline
func leavesEarly(n, started int) {
	done := make(chan bool, 4)
	for i := 0; i < started; i++ {
		go late(&n, done)
	}
	for i := 0; i < started; i++ {
		if i == 0 {
			return
		}
		<-done
	}
}

//go:noinline
func receivesSome(n, started int) {
	done := make(chan bool, 4)
	for i := 0; i < started; i++ {
		go late(&n, done)
	}
	for i := 0; i < started; i++ {
		if i > 0 {
			<-done
		}
	}
}

// The bound of the first loop shrinks.
//
//go:noinline
func shrinks(n int, items []int) {
	done := make(chan bool, 4)
	for i := 0; i < len(items); i++ {
		go late(&n, done)
		items = items[:0]
	}
	for i := 0; i < len(items); i++ {
		<-done
	}
}

// The second loop is another iteration's.
//
//go:noinline
func nextIteration(n int, counts []int) {
	done := make(chan bool, 4)
	for i, c := range counts {
		if i == 0 {
			for j := 0; j < c; j++ {
				go late(&n, done)
			}
		} else {
			for j := 0; j < c; j++ {
				<-done
			}
		}
	}
}

//go:noinline
func twiceAnIteration(n, started int) {
	done := make(chan bool, 8)
	for i := 0; i < started; i++ {
		go late(&n, done)
		go late(&n, done)
	}
	for i := 0; i < started; i++ {
		<-done
	}
}

// A cycle with two entries starts more goroutines than the loop has iterations.
//
//go:noinline
func jumps(n, started int) {
	done := make(chan bool, 8)
	for i := 0; i < started; i++ {
		k := 0
		if n > 100 {
			goto second
		}
	first:
		k++
	second:
		go late(&n, done)
		if k < 2 {
			goto first
		}
	}
	for i := 0; i < started; i++ {
		<-done
	}
}

func check(name string, left int) {
	clobber(3)
	for range left {
		start <- true
		fmt.Println(name, <-finished)
	}
}

func main() {
	fmt.Println(squares(10), rounds([]string{"a", "bcd", "ef"}), oneChannel(4))
	fewer(7, 1, 0)
	check("fewer", 1)
	leavesEarly(7, 1)
	check("leavesEarly", 1)
	receivesSome(7, 1)
	check("receivesSome", 1)
	shrinks(7, make([]int, 3))
	check("shrinks", 1)
	nextIteration(7, []int{1, 0})
	check("nextIteration", 1)
	first := make(chan int, 1)
	finishOne := func() { start <- true; first <- <-finished }
	go finishOne()
	twiceAnIteration(7, 1)
	fmt.Println("first", <-first)
	check("twiceAnIteration", 1)
	go finishOne()
	jumps(7, 1)
	fmt.Println("first", <-first)
	check("jumps", 1)
}
