// Sleeping, timers and time-outs, with output that does not depend on the clock.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Since(start) >= 5*time.Millisecond)
	never := make(chan int)
	select {
	case <-never:
	case <-time.After(2 * time.Millisecond):
		fmt.Println("timed out")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	t.Reset(time.Millisecond)
	<-t.C
	fmt.Println("fired")
	done := make(chan string)
	time.AfterFunc(time.Millisecond, func() { done <- "after" })
	fmt.Println(<-done)
	tick := time.NewTicker(time.Millisecond)
	for range 3 {
		<-tick.C
	}
	tick.Stop()
	fmt.Println("ticked")
	order := make(chan int, 3)
	for _, n := range []int{30, 10, 20} {
		go func() {
			time.Sleep(time.Duration(n) * 3 * time.Millisecond)
			order <- n
		}()
	}
	fmt.Println(<-order, <-order, <-order)
	fmt.Println(1500*time.Millisecond, time.Duration(0), 90*time.Minute, 2*time.Second+3*time.Microsecond, -time.Nanosecond)
	fmt.Println((1500 * time.Millisecond).Seconds(), time.Duration(2.5*float64(time.Second)))
}
