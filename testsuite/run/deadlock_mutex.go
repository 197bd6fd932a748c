// A mutex locked twice by the same goroutine.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu  sync.Mutex
	sum int
}

func (a *account) add(n int) { a.mu.Lock(); defer a.mu.Unlock(); a.sum += n }

func main() {
	a := &account{}
	a.add(3)
	fmt.Println(a.sum)
	a.mu.Lock()
	a.add(4)
}
