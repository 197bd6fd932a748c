// A WaitGroup below zero.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	wg.Wait()
	fmt.Println("zero")
	wg.Done()
}
