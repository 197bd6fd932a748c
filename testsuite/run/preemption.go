// A goroutine in a loop without calls does not keep others from running.
package main

import (
	"fmt"
	"runtime"
)

var stop bool

func main() {
	old := runtime.GOMAXPROCS(1)
	fmt.Println(old >= 1, runtime.GOMAXPROCS(0))
	spinning := make(chan bool)
	go func() {
		spinning <- true
		n := 0
		for {
			n++
		}
	}()
	<-spinning
	for i := range 3 {
		c := make(chan int)
		go func() { c <- i }()
		fmt.Println(<-c)
	}
	runtime.Gosched()
	runtime.GC()
	fmt.Println(runtime.NumGoroutine())
}
