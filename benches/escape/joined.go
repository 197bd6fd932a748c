package main

import "sync"

// Goroutines: their closures, and what they share with a function that waits for them.

func waitGroup() {
	var wg sync.WaitGroup
	n := seven
	wg.Add(1)
	go func() {
		n++
		wg.Done()
	}()
	wg.Wait()
	verify(n == 8)
}

func deferredDone() {
	var wg sync.WaitGroup
	n := seven
	wg.Add(1)
	go func() {
		defer wg.Done()
		n++
	}()
	wg.Wait()
	verify(n == 8)
}

func groupGo() {
	var wg sync.WaitGroup
	n := seven
	wg.Go(func() { n++ })
	wg.Wait()
	verify(n == 8)
}

func inLoop() {
	var wg sync.WaitGroup
	var squares [8]int
	for i := range squares {
		wg.Add(1)
		go func() {
			defer wg.Done()
			squares[i] = i * i
		}()
	}
	wg.Wait()
	for i, s := range squares {
		verify(s == i*i)
	}
}

// How many there will be is told before.
func addedAtOnce() {
	var wg sync.WaitGroup
	n := seven
	parts := make([]int, n)
	wg.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			parts[i] = i
			wg.Done()
		}()
	}
	wg.Wait()
	for i, p := range parts {
		verify(p == i)
	}
}

func add(wg *sync.WaitGroup, mu *sync.Mutex, sum *int, n int) {
	defer wg.Done()
	mu.Lock()
	*sum += n
	mu.Unlock()
}

func namedFunction() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go add(&wg, &mu, &sum, i)
	}
	wg.Wait()
	verify(sum == 6)
}

// The channel itself is on the heap: the sender still uses it when the receiver goes on.
func sent() {
	n := seven
	done := make(chan bool)
	go func() {
		n++
		done <- true
	}()
	<-done
	verify(n == 8)
}

func closedByGoroutine() {
	n := seven
	done := make(chan struct{})
	go func() {
		defer close(done)
		n++
	}()
	<-done
	verify(n == 8)
}

func twoRounds() {
	var wg sync.WaitGroup
	n := seven
	for i := 0; i < 2; i++ {
		m := n
		wg.Add(2)
		go func() { n = m + 1; wg.Done() }()
		go func() { defer wg.Done(); clobber(2) }()
		wg.Wait()
	}
	verify(n == 9)
}

// The goroutine's arguments stand in its closure.
func arguments() {
	var wg sync.WaitGroup
	var out [4]int
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func(at, value int) {
			defer wg.Done()
			out[at] = value
		}(i, i+seven)
	}
	wg.Wait()
	verify(out == [4]int{7, 8, 9, 10})
}

func constantCount() {
	var wg sync.WaitGroup
	var out [4]int
	wg.Add(4)
	for i := range out {
		go func() {
			out[i] = i
			wg.Done()
		}()
	}
	wg.Wait()
	verify(out == [4]int{0, 1, 2, 3})
}

// A second loop receives as often as the first one starts goroutines.
func receivedInLoop() {
	done := make(chan int)
	var out [4]int
	for i := range out {
		go func() {
			out[i] = i
			done <- i
		}()
	}
	sum := 0
	for range out {
		sum += <-done
	}
	verify(sum == 6 && out == [4]int{0, 1, 2, 3})
}

var values = make(chan int)

// Nobody waits, but the goroutine needs only what its closure holds.
func capturedByValue() {
	a, b := seven, seven+1
	go func() { values <- a + b }()
	verify(<-values == 15)
}

func startedWithArguments() {
	for i := 0; i < 3; i++ {
		go sendSum(i, seven, seven)
	}
	verify(<-values+<-values+<-values == 45)
}

//go:noinline
func sendSum(a, b, c int) { values <- a + b + c }

var start, finished = make(chan bool), make(chan int)

// Nobody waits.
//
//go:noinline
func leftAlone(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-start
		n++
		wg.Done()
		finished <- n
	}()
}

func needsNotWaited() {
	leftAlone(seven)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// Something is done behind Done.
//
//go:noinline
func doneTooEarly(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		<-start
		n++
		finished <- n
	}()
	wg.Wait()
}

func needsAfterDone() {
	doneTooEarly(seven)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// More goroutines are started than were added.
//
//go:noinline
func tooFewAdded(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	for i := 0; i < 2; i++ {
		go func() {
			if i == 1 {
				<-start
				n++
				finished <- n
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

func needsCount() {
	tooFewAdded(seven)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// A panic on the way to Wait that the caller stops.
//
//go:noinline
func panics(n int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-start
		n++
		finished <- n
		wg.Done()
	}()
	if seven == 7 {
		panic("stopped")
	}
	wg.Wait()
}

func stopped() {
	defer func() { verify(recover() != nil) }()
	panics(seven)
}

func needsPanic() {
	stopped()
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// Wait is only on one path.
//
//go:noinline
func mayReturn(n int, wait bool) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		<-start
		n++
		finished <- n
		wg.Done()
	}()
	if wait {
		wg.Wait()
	}
}

func needsOnePath() {
	mayReturn(seven, false)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// Two goroutines send, one is received from.
//
//go:noinline
func oneReceived(n int) {
	done := make(chan bool, 2)
	for i := 0; i < 2; i++ {
		go func() {
			if i == 1 {
				<-start
				n++
				finished <- n
			}
			done <- true
		}()
	}
	<-done
}

func needsSecondReceive() {
	oneReceived(seven)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

// The second loop receives from fewer.
//
//go:noinline
func tooFewReceived(n, started, received int) {
	done := make(chan bool, 2)
	for i := 0; i < started; i++ {
		go func() {
			if i == 1 {
				<-start
				n++
				finished <- n
			}
			done <- true
		}()
	}
	for i := 0; i < received; i++ {
		<-done
	}
}

func needsEveryReceive() {
	tooFewReceived(seven, 2, 1)
	clobber(3)
	start <- true
	verify(<-finished == 8)
}

func main() {
	measure([]gauntletCase{
		{"wait_group", 0, waitGroup},
		{"deferred_done", 0, deferredDone},
		{"group_go", 0, groupGo},
		{"in_loop", 0, inLoop},
		{"added_at_once", 0, addedAtOnce},
		{"named_function", 0, namedFunction},
		{"sent", 1, sent},
		{"closed_by_goroutine", 1, closedByGoroutine},
		{"two_rounds", 0, twoRounds},
		{"arguments", 0, arguments},
		{"constant_count", 0, constantCount},
		{"received_in_loop", 1, receivedInLoop},
		{"captured_by_value", 0, capturedByValue},
		{"started_with_arguments", 0, startedWithArguments},
		{"needs_not_waited", 2, needsNotWaited},
		{"needs_after_done", 2, needsAfterDone},
		{"needs_count", 2, needsCount},
		{"needs_panic", 2, needsPanic},
		{"needs_one_path", 2, needsOnePath},
		{"needs_second_receive", 2, needsSecondReceive},
		{"needs_every_receive", 2, needsEveryReceive},
	})
}
