// A WaitGroup that nobody finishes.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); fmt.Println("one of two") }()
	wg.Wait()
}
