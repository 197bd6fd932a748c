// Functions as values: fields, maps, arrays, channels, results, comparison with nil, recursive types.
package main

import "fmt"

type handler func(args []string) (string, error)

type middleware func(handler) handler

type node struct {
	visit func(n *node, f func(*node) bool) bool
	val   int
	kids  []*node
}

type lazy func() (int, lazy)

func from(n int) lazy { return func() (int, lazy) { return n, from(n + 1) } }

func logging(name string, log *[]string) middleware {
	return func(h handler) handler {
		return func(args []string) (string, error) {
			*log = append(*log, "enter "+name)
			defer func() { *log = append(*log, "leave "+name) }()
			return h(args)
		}
	}
}

func (h handler) with(ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func walk(n *node, f func(*node) bool) bool {
	if !f(n) {
		return false
	}
	for _, k := range n.kids {
		if !k.visit(k, f) {
			return false
		}
	}
	return true
}

func curry(f func(int, int, int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int {
			return func(c int) int { return f(a, b, c) }
		}
	}
}

func main() {
	var log []string
	h := handler(func(args []string) (string, error) { return fmt.Sprint("handled ", args), nil })
	out, err := h.with(logging("a", &log), logging("b", &log))([]string{"x"})
	fmt.Println(out, err, log)
	leaf := func(v int) *node { return &node{walk, v, nil} }
	root := &node{walk, 1, []*node{leaf(2), {walk, 3, []*node{leaf(4), leaf(5)}}, leaf(6)}}
	root.visit(root, func(n *node) bool { fmt.Print(n.val, " "); return n.val != 5 })
	fmt.Println()
	v, l := 0, from(10)
	for range 5 {
		v, l = l()
		fmt.Print(v, " ")
	}
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	ops := [...]func(float64) float64{
		func(x float64) float64 { return x * x },
		nil,
		func(x float64) float64 { return 1 / x },
	}
	for i, op := range ops {
		if op == nil {
			fmt.Print(i, " nil ")
			continue
		}
		fmt.Print(op(4), " ")
	}
	fmt.Println()
	var e any = h
	_, isHandler := e.(handler)
	_, isPlain := e.(func([]string) (string, error))
	fmt.Println(isHandler, isPlain)
	func() (f func()) {
		defer func() { f() }()
		return func() { fmt.Println("set by return") }
	}()
}
