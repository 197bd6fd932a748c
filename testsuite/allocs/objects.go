package main

import "runtime"

type node struct {
	left, right *node
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{tree(depth - 1), tree(depth - 1)}
}

var stats runtime.MemStats
var keep []*node

func main() {
	for i := range 20 {
		keep = append(keep, tree(i%8))
	}
	runtime.GC()
	keep = nil
	runtime.GC()
	runtime.ReadMemStats(&stats)
	println("done")
	println("mallocs", stats.Mallocs)
}
