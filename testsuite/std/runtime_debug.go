// Package runtime/debug: limits, faults as panics, statistics, stacks.
package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
	"unsafe"
)

//go:noinline
func read(address uintptr) byte { return *(*byte)(unsafe.Add(unsafe.Pointer(nil), address)) }

func fault() {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		err := recover().(runtime.Error)
		fmt.Println(err, err.(interface{ Addr() uintptr }).Addr() == 1<<40)
	}()
	fmt.Println(old, read(1<<40))
}

func main() {
	fmt.Println(debug.SetMaxStack(500_000_000), debug.SetMaxStack(1_000_000_000))
	fmt.Println(debug.SetMemoryLimit(-1) == math.MaxInt64, debug.SetMemoryLimit(64<<20) == math.MaxInt64, debug.SetMemoryLimit(-1))
	fmt.Println(debug.SetGCPercent(-1), debug.SetGCPercent(100))
	fault()
	runtime.GC()
	var s debug.GCStats
	s.PauseQuantiles = make([]time.Duration, 5)
	debug.ReadGCStats(&s)
	fmt.Println(s.NumGC > 0, s.PauseTotal > 0, len(s.PauseQuantiles))
	lines := strings.Split(string(debug.Stack()), "\n")
	fmt.Println(lines[0], lines[1], lines[3])
	var p runtime.Pinner
	p.Pin(&s)
	p.Unpin()
	keep := make([][]byte, 0, 100)
	before := numGC()
	debug.SetGCPercent(-1)
	for i := range 200 {
		keep = append(keep[:i%20], make([]byte, 1<<20))
	}
	fmt.Println(numGC() > before, len(keep))
}

func numGC() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}
