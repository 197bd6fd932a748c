package main

import "fmt"

type node struct {
	v    int
	l, r *node
}

func walk(n *node, yield func(int) bool) {
	var push func(n *node) bool
	push = func(n *node) bool {
		if n == nil {
			return true
		}
		return push(n.l) && yield(n.v) && push(n.r)
	}
	push(n)
}

func mutual(n int) bool {
	var even, odd func(int) bool
	even = func(n int) bool {
		if n == 0 {
			return true
		}
		return odd(n - 1)
	}
	odd = func(n int) bool {
		if n == 0 {
			return false
		}
		return even(n - 1)
	}
	return even(n)
}

func nilBefore() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var f func(int) int
	g := func(n int) int { return f(n) + 1 }
	s = fmt.Sprint(g(3))
	f = func(n int) int { return n }
	return
}

func nilBeforeSelf() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var f func(int) int
	keep := func(h func(int) int) func(int) int { h(1); return h }
	f = keep(func(n int) int {
		if n == 0 {
			return 0
		}
		return f(n - 1)
	})
	return
}

func loops() {
	var f func(int) int
	var all []func(int) int
	for i := 0; i < 3; i++ {
		f = func(n int) int {
			if n == 0 {
				return i
			}
			return 10*f(n-1) + i
		}
		all = append(all, f)
	}
	for _, g := range all {
		fmt.Print(g(2), " ")
	}
	fmt.Println()
	all = nil
	for i := 0; i < 3; i++ {
		var f func(int) int
		f = func(n int) int {
			if n == 0 {
				return i
			}
			return 10*f(n-1) + i
		}
		all = append(all, f)
	}
	for _, g := range all {
		fmt.Print(g(2), " ")
	}
	fmt.Println()
}

func captured() {
	sum := 0
	add := func(p *int) { sum += *p }
	each := func(xs []int) {
		for i := range xs {
			add(&xs[i])
		}
		x := 7
		add(&x)
	}
	each([]int{1, 2, 3})
	each([]int{4, 5})
	fmt.Println(sum)
}

func nested(depth int) []int {
	var path []int
	var visit func(d int)
	visit = func(d int) {
		path = append(path, d)
		again := func(k int) {
			if k < depth {
				visit(k)
			}
		}
		again(d + 1)
		func() {
			if d%2 == 0 && d < 4 {
				visit(d + 3)
			}
		}()
	}
	visit(0)
	return path
}

func reassigned() {
	var f func(int) string
	f = func(n int) string {
		if n == 0 {
			return "a"
		}
		f = func(n int) string { return "b" }
		return f(n-1) + "c"
	}
	fmt.Println(f(2), f(2))
}

func main() {
	t := &node{2, &node{1, nil, nil}, &node{3, nil, &node{4, nil, nil}}}
	walk(t, func(v int) bool { fmt.Print(v, " "); return v < 3 })
	fmt.Println(mutual(10), mutual(7))
	fmt.Println(nilBefore())
	fmt.Println(nilBeforeSelf())
	loops()
	captured()
	fmt.Println(nested(6))
	reassigned()
}
