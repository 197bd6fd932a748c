// The program ends with main while other goroutines are still blocked or running.
package main

import (
	"fmt"
	"os"
)

func main() {
	c := make(chan int)
	go func() { <-c; fmt.Println("never") }()
	go func() {
		for n := 0; ; n++ {
			_ = n
		}
	}()
	go func() { select {} }()
	defer fmt.Println("deferred after exit never runs")
	fmt.Fprint(os.Stdout, "bye\n")
	os.Exit(0)
}
