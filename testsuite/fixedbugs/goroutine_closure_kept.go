// What the closure of a go statement held is collected when the goroutine has ended, also while the function runs that
// started it.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type resource struct{ id, size int }

var released = make(chan int, 1)

//go:noinline
func open(id int) *resource {
	r := &resource{id, 100}
	runtime.SetFinalizer(r, func(r *resource) { released <- r.id })
	return r
}

//go:noinline
func clobber(d int) int {
	var s [64]int
	for i := range s {
		s[i] = -d - i
	}
	if d > 0 {
		return clobber(d-1) + s[d]
	}
	return s[3]
}

func main() {
	done := make(chan bool)
	go func(r *resource, n int) {
		n += r.size
		done <- n == 105
	}(open(7), 5)
	fmt.Println(<-done)
	for i := 0; ; i++ {
		clobber(4)
		runtime.GC()
		select {
		case id := <-released:
			fmt.Println("released", id)
			return
		case <-time.After(5 * time.Millisecond):
		}
		if i == 200 {
			fmt.Println("kept")
			return
		}
	}
}
