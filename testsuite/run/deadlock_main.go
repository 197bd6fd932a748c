// All goroutines are asleep: main receives from a channel nobody sends on.
package main

import "fmt"

func main() {
	defer fmt.Println("never")
	c := make(chan int)
	go func() { c <- 1 }()
	fmt.Println(<-c)
	fmt.Println(<-c)
}
