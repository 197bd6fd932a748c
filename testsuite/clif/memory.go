package main

type node struct {
	left, right *node
	value       int
}

var root *node

//go:noinline
func insert(n *node, v int) *node {
	if n == nil {
		return &node{value: v}
	}
	n.left = insert(n.left, v)
	return n
}

//go:noinline
func local(v int) int {
	var buf [8]int
	use(buf[:])
	return buf[v]
}

//go:noinline
func use(b []int) { b[0] = 1 }

// Elements of 24 bytes: no multiplication.
//
//go:noinline
func third(rows *[8][]int, i uint8) []int {
	return rows[i&7]
}

func main() {
	root = insert(root, 1)
	var rows [8][]int
	println(root.value, local(0), len(third(&rows, 3)))
}
