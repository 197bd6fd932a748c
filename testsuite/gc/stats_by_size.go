// MemStats.BySize counts allocated and freed objects by size.
package main

import (
	"fmt"
	"runtime"
)

var sink []*[4]int

//go:noinline
func fill() {
	for range 5000 {
		sink = append(sink, new([4]int))
	}
}

func main() {
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	fill()
	runtime.ReadMemStats(&b)
	var m, f uint64
	for _, s := range b.BySize {
		m += s.Mallocs
		f += s.Frees
	}
	fmt.Println(b.BySize[4].Size, b.BySize[4].Mallocs-a.BySize[4].Mallocs >= 5000, m <= b.Mallocs, f <= b.Frees)
	sink = nil
	runtime.GC()
	runtime.ReadMemStats(&b)
	fmt.Println(b.BySize[4].Frees-a.BySize[4].Frees >= 4990)
}
