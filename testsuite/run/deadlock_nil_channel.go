// A receive from a nil channel blocks for ever.
package main

import "fmt"

func main() {
	var c chan int
	select {
	case <-c:
		fmt.Println("never")
	default:
		fmt.Println("not ready")
	}
	<-c
}
