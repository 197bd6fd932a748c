// Panics in deferred calls are printed as a chain.
package main

import (
	"errors"
	"fmt"
)

func cleanup(n int) {
	fmt.Println("cleanup", n)
	panic(fmt.Errorf("cleanup %d failed", n))
}

func main() {
	defer cleanup(1)
	defer cleanup(2)
	defer fmt.Println("first deferred")
	panic(errors.New("original"))
}
