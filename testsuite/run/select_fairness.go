// A server loop with requests, cancellation and a quit channel.
package main

import (
	"fmt"
	"sync"
)

type op struct {
	key, value string
	get        chan string
}

type server struct {
	ops   chan op
	quit  chan chan int
	count int
}

func (s *server) loop() {
	data := map[string]string{}
	for {
		select {
		case o := <-s.ops:
			s.count++
			if o.get != nil {
				o.get <- data[o.key]
			} else {
				data[o.key] += o.value
			}
		case reply := <-s.quit:
			reply <- len(data)
			return
		}
	}
}

func stage(done <-chan struct{}, in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if w, ok := f(v); ok {
				select {
				case out <- w:
				case <-done:
					return
				}
			}
		}
	}()
	return out
}

func main() {
	s := &server{ops: make(chan op), quit: make(chan chan int)}
	go s.loop()
	var wg sync.WaitGroup
	for w := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			key := fmt.Sprint("k", w%5)
			for range 20 {
				s.ops <- op{key: key, value: "x"}
			}
			reply := make(chan string)
			s.ops <- op{key: key, get: reply}
			if n := len(<-reply); n < 20 {
				fmt.Println("lost", key, n)
			}
		}()
	}
	wg.Wait()
	for i := range 6 {
		reply := make(chan string)
		s.ops <- op{key: fmt.Sprint("k", i), get: reply}
		fmt.Print(len(<-reply), " ")
	}
	n := make(chan int)
	s.quit <- n
	fmt.Println(<-n, s.count)

	done := make(chan struct{})
	src := make(chan int)
	go func() {
		defer close(src)
		for i := 0; ; i++ {
			select {
			case src <- i:
			case <-done:
				return
			}
		}
	}()
	squares := stage(done, src, func(v int) (int, bool) { return v * v, v%2 == 1 })
	tails := stage(done, squares, func(v int) (int, bool) { return v, v%10 == 9 })
	for range 8 {
		fmt.Print(<-tails, " ")
	}
	close(done)
	for range tails {
	}
	fmt.Println("drained")
	sem := make(chan struct{}, 3)
	var mu sync.Mutex
	running, peak := 0, 0
	for range 30 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			mu.Lock()
			running++
			peak = max(peak, running)
			mu.Unlock()
			mu.Lock()
			running--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(peak <= 3, running)
}
