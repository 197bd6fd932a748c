// Ways to the heap inside a program: through globals, parameters, results, containers and closures.
package main

type node struct {
	next  *node
	value *int
}

var list *node

//go:noinline
func push(n *node) { link(n) }

//go:noinline
func link(n *node) { list = n }

//go:noinline
func set(n *node, p *int) { n.value = p }

//go:noinline
func same(n *node) *node { return n }

//go:noinline
func content(n *node) { list = n.next }

//go:noinline
func read(n *node) int { return *n.value }

func small(n *node) { list = n }

func throughCallees() int {
	x := 1
	n := &node{}
	n.value = &x
	push(n)
	return read(n)
}

func storedByCallee() {
	y := 2
	m := &node{}
	set(m, &y)
	list = same(m)
}

func inlined() { small(&node{}) }

func onlyContent() {
	inner := &node{}
	outer := &node{next: inner}
	content(outer)
}

func appended() []*int {
	var s []*int
	for i := 0; i < 3; i++ {
		w := i
		s = append(s, &w)
	}
	return s
}

func captured() func() int {
	n := 0
	return func() int { n++; return n }
}

type stack[T any] struct{ items []T }

//go:noinline
func (s *stack[T]) push(item T) { s.items = append(s.items, item) }

type shape interface{ keep(*int) }

type square struct{ side *int }

func (s *square) keep(p *int) { s.side = p }

type circle struct{}

func (circle) keep(p *int) { list = &node{value: p} }

//go:noinline
func keepIn(s shape, p *int) { s.keep(p) }

func sent(c chan *int) {
	v := 4
	c <- &v
}

//go:noinline
func chain(n *node, depth int) {
	if depth == 0 {
		list = n
		return
	}
	chain(n, depth-1)
}

func main() {
	println(throughCallees())
	storedByCallee()
	inlined()
	onlyContent()
	println(*appended()[1])
	println(captured()())
	var s stack[*int]
	i := 7
	s.push(&i)
	j := 8
	keepIn(&square{}, &j)
	keepIn(circle{}, &j)
	c := make(chan *int, 1)
	sent(c)
	println(*<-c)
	chain(&node{}, 3)
}
