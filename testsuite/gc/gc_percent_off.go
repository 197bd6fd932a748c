package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

var kept []*[8]int

// Without a percentage only calls of runtime.GC collect.
func main() {
	old := debug.SetGCPercent(-1)
	for range 1000 {
		kept = append(kept[:0], new([8]int))
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(old, m.NumGC > 0, len(kept))
}
