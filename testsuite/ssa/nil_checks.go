package main

type node struct {
	value int
	next  *node
	pad   [5000]byte
	far   int
}

func near(n *node) int { return n.next.value }

func far(n *node) int { return n.far }

func address(n *node) *int { return &n.next.value }

func deref(p *[4]int) (int, int) { return p[2], len(p) }

func main() {
	n := &node{}
	n.next = n
	println(near(n), far(n), *address(n))
	deref(new([4]int))
}
