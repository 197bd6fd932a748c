// The sieve as a chain of filtering goroutines, and fan-out with fan-in.
package main

import (
	"fmt"
	"sync"
)

func generate(stop <-chan struct{}) <-chan int {
	c := make(chan int)
	go func() {
		for i := 2; ; i++ {
			select {
			case c <- i:
			case <-stop:
				return
			}
		}
	}()
	return c
}

func filter(in <-chan int, prime int, stop <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		for {
			select {
			case v := <-in:
				if v%prime != 0 {
					select {
					case out <- v:
					case <-stop:
						return
					}
				}
			case <-stop:
				return
			}
		}
	}()
	return out
}

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	stop := make(chan struct{})
	c := generate(stop)
	for range 60 {
		p := <-c
		fmt.Print(p, " ")
		c = filter(c, p, stop)
	}
	fmt.Println()
	close(stop)

	work := make(chan int)
	go func() {
		for i := 1; i <= 200; i++ {
			work <- i
		}
		close(work)
	}()
	var outs []<-chan int
	for range 4 {
		out := make(chan int)
		outs = append(outs, out)
		go func() {
			defer close(out)
			for v := range work {
				out <- v * v
			}
		}()
	}
	sum, n := 0, 0
	for v := range merge(outs...) {
		sum += v
		n++
	}
	fmt.Println(n, sum)
}
