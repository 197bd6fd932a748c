// Unlock of an unlocked mutex is fatal and cannot be recovered.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	defer func() { fmt.Println("never", recover()) }()
	mu.Unlock()
}
