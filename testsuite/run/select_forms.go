// Select: default, nil channels, sends, closed channels, assignment forms, breaks.
package main

import "fmt"

func trace(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func val(s string, v int) int             { fmt.Print(s, " "); return v }

func main() {
	c := make(chan int, 1)
	for range 3 {
		select {
		case c <- 1:
			fmt.Println("sent")
		case v := <-c:
			fmt.Println("received", v)
		}
	}
	var none chan int
	select {
	case <-none:
	case none <- 1:
	case v, ok := <-c:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
	select {
	case <-none:
	case none <- 1:
	default:
		fmt.Println("only default")
	}
	close(c)
	select {
	case v, ok := <-c:
		fmt.Println("closed", v, ok)
	}
	d := make(chan int, 2)
	select {
	case <-trace("first", none):
	case trace("second", d) <- val("value", 4):
		fmt.Println("chosen")
	case trace("third", none) <- val("unused", 5):
	}
	var arr [2]int
	i := 1
	var ok bool
	select {
	case arr[i], ok = <-d:
	}
	fmt.Println(arr, ok)
	d <- 6
	m := map[string]int{}
	select {
	case m["got"] = <-d:
		fmt.Println(m)
	}
	done := make(chan struct{})
	data := make(chan int)
	go func() {
		for i := range 5 {
			data <- i
		}
		close(done)
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-data:
			if v == 2 {
				break
			}
			sum += v
		case <-done:
			break loop
		}
	}
	fmt.Println(sum)
	// A nil channel switches a case off.
	a, b := make(chan int), make(chan int)
	go func() { a <- 1; a <- 2; close(a) }()
	go func() { b <- 10; b <- 20; close(b) }()
	total, closed := 0, 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				closed++
				continue
			}
			total += v
		case v, ok := <-b:
			if !ok {
				b = nil
				closed++
				continue
			}
			total += v
		}
	}
	fmt.Println(total, closed)
	// Both ready: each is chosen at some time.
	x, y := make(chan int, 1000), make(chan int, 1000)
	for range 1000 {
		x <- 1
		y <- 1
	}
	nx, ny := 0, 0
	for range 1000 {
		select {
		case <-x:
			nx++
		case <-y:
			ny++
		}
	}
	fmt.Println(nx > 100, ny > 100, nx+ny)
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case c <- 1:
		default:
		}
	}()
}
