// Channels: buffered and not, directions, len, cap, nil, close, of channels and functions.
package main

import "fmt"

func produce(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i * i
		}
	}()
	return c
}

func consume(c <-chan int) (s int) {
	for v := range c {
		s += v
	}
	return
}

type request struct {
	n     int
	reply chan string
}

func main() {
	fmt.Println(consume(produce(10)))
	b := make(chan string, 3)
	b <- "a"
	b <- "b"
	fmt.Println(len(b), cap(b), <-b, len(b))
	b <- "c"
	b <- "d"
	close(b)
	for s := range b {
		fmt.Print(s, " ")
	}
	v, ok := <-b
	fmt.Printf("%q %v %d\n", v, ok, len(b))
	var n chan int
	fmt.Println(n == nil, len(n), cap(n))

	reqs := make(chan request)
	go func() {
		for r := range reqs {
			r.reply <- fmt.Sprint("answer ", r.n*2)
		}
	}()
	for i := range 3 {
		r := request{i, make(chan string)}
		reqs <- r
		fmt.Print(<-r.reply, "; ")
	}
	close(reqs)
	fmt.Println()

	cc := make(chan chan int, 1)
	inner := make(chan int, 1)
	cc <- inner
	inner <- 5
	fmt.Println(<-<-cc)
	fs := make(chan func() int, 2)
	fs <- func() int { return 7 }
	fmt.Println((<-fs)())
	empty := make(chan struct{}, 2)
	empty <- struct{}{}
	fmt.Println(len(empty), <-empty)
	ro, wo := (<-chan int)(inner), (chan<- int)(inner)
	wo <- 8
	fmt.Println(<-ro, inner == inner, any(ro) == any(inner))
	arr := make(chan [4]int, 1)
	a := [4]int{1, 2, 3, 4}
	arr <- a
	a[0] = 9
	fmt.Println(<-arr, a)
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	x := 0
	for range 1000 {
		ping <- x
		x = <-pong
	}
	close(ping)
	_, ok = <-pong
	fmt.Println(x, ok)
	var e error
	errs := make(chan error, 1)
	errs <- e
	fmt.Println(<-errs == nil)
}
