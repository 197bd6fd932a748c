package main

import "fmt"

func worker(id int, in <-chan int, out chan<- int) {
	for x := range in { out <- x * x }
	out <- -id
}
func gen(n int) <-chan int {
	c := make(chan int)
	go func() { defer close(c); for i := 0; i < n; i++ { c <- i } }()
	return c
}
type S struct{ a, b, c, d, e, f, g, h, i, j int }
func (s *S) run(c chan string, x string) { c <- x + "!" }
func main() {
	in, out := make(chan int), make(chan int, 10)
	go worker(1, in, out)
	for i := 0; i < 5; i++ { in <- i }
	close(in)
	t := 0
	for i := 0; i < 6; i++ { t += <-out }
	println(t)
	s := 0
	for x := range gen(100) { s += x }
	println(s)
	c := make(chan string)
	var st S
	go st.run(c, "hey")
	println(<-c)
	big := make(chan S, 2)
	big <- S{a: 1, j: 10}
	v := <-big
	println(v.a, v.j)
	a, b := make(chan int, 1), make(chan string, 1)
	for i := 0; i < 4; i++ {
		if i%2 == 0 { a <- i } else { b <- "s" }
		select {
		case x := <-a: println("a", x)
		case y, ok := <-b: println("b", y, ok)
		}
	}
	select { case <-a: println("no"); default: println("default") }
	select { case a <- 5: println("sent") }
	select { case a <- 6: println("no"); case x := <-a: println("recv", x) }
	var nilc chan int
	select { case nilc <- 1: case <-nilc: default: println("nil default") }
	close(a)
	var x int; var ok bool
	select { case x, ok = <-a: println(x, ok) }
	arr := [3]int{}
	b <- "q"
	select { case <-b: arr[1]++; println(arr[1]) }
	done := make(chan bool)
	for i := range 3 { go func() { println("g"); done <- i >= 0 }() }
	for range 3 { <-done }
	go println("bye")
	go func(a, b int) { done <- a < b }(1, 2)
	println(<-done)
L:
	for {
		select {
		case <-nilc:
		default: break L
		}
	}
	d := make(chan int)
	<-d
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
