// A panic in another goroutine ends the whole program.
package main

import "fmt"

func main() {
	defer fmt.Println("never: only the panicking goroutine runs its deferred calls")
	block := make(chan int)
	go func() {
		defer fmt.Println("goroutine deferred")
		panic("in a goroutine")
	}()
	<-block
}
