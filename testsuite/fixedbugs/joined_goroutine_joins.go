// A goroutine that is waited for makes strings of one in the frame of the function that waits.
package main

import (
	"fmt"
	"sync"
	"unsafe"
)

var global string
var empty = ""
var n = 5

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

//go:noinline
func joins() {
	var b [6]byte
	for i := range b {
		b[i] = byte('a' + n + i)
	}
	s := unsafe.String(&b[0], len(b))
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		global = s + empty
		wg.Done()
	}()
	wg.Wait()
}

func main() {
	joins()
	clobber(5)
	fmt.Println(global)
}
