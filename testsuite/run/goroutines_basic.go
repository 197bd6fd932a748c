// Goroutines: arguments are evaluated at the go statement; closures, methods and results are dropped.
package main

import (
	"fmt"
	"sync"
)

type worker struct {
	id  int
	out chan<- string
}

func (w worker) run(n int)   { w.out <- fmt.Sprint("value ", w.id, n) }
func (w *worker) prun(n int) { w.out <- fmt.Sprint("pointer ", w.id, n) }

func sum(xs []int, c chan<- int) {
	s := 0
	for _, x := range xs {
		s += x
	}
	c <- s
}

func main() {
	c := make(chan int)
	xs := []int{1, 2, 3, 4, 5, 6}
	go sum(xs[:3], c)
	go sum(xs[3:], c)
	a, b := <-c, <-c
	fmt.Println(a+b, a*b)

	out := make(chan string)
	w := worker{1, out}
	go w.run(10)
	fmt.Println(<-out)
	go w.prun(20)
	fmt.Println(<-out)
	v := 1
	wait := make(chan bool)
	go func(v int) { <-wait; out <- fmt.Sprint("arg ", v) }(v)
	v = 2
	wait <- true
	fmt.Println(<-out)
	f := w.run
	w.id = 9
	go f(30)
	fmt.Println(<-out)
	var r interface{ run(int) } = w
	go r.run(40)
	fmt.Println(<-out)

	results := make([]int, 50)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(results)

	var mu sync.Mutex
	total := 0
	for i := 1; i <= 1000; i++ {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			total += i
		})
	}
	wg.Wait()
	fmt.Println(total)

	// A chain of goroutines, each waiting for the next.
	first := make(chan int)
	in := first
	for range 1000 {
		next := make(chan int)
		go func(in <-chan int, out chan<- int) { out <- 1 + <-in }(in, next)
		in = next
	}
	first <- 0
	fmt.Println(<-in)
}
