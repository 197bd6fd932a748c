// Goexit of the main goroutine with nothing left to run.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer fmt.Println("main deferred")
	done := make(chan bool)
	go func() { fmt.Println("other"); done <- true }()
	<-done
	runtime.Goexit()
}
