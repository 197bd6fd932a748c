// All goroutines are asleep in select statements.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan string)
	go func() {
		select {
		case v := <-a:
			fmt.Println(v)
		case b <- "x":
		}
	}()
	fmt.Println(<-b)
	select {
	case v := <-a:
		fmt.Println("never", v)
	case s := <-b:
		fmt.Println("never", s)
	}
}
