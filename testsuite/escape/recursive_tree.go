// A tree built by recursion lives on the heap.
package main

import "fmt"

type tree struct {
	left, right *tree
	value       int
}

func build(lo, hi int) *tree {
	if lo > hi {
		return nil
	}
	mid := (lo + hi) / 2
	return &tree{build(lo, mid-1), build(mid+1, hi), mid}
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.value + t.left.sum() + t.right.sum()
}

func main() { fmt.Println(build(1, 100).sum()) }
