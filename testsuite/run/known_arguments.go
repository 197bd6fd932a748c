package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"slices"
	"sort"
	"strings"
)

// Functions that callers know: passed to functions that call them or hand them on, and returned by functions.

type node struct {
	left, right *node
	value       int
}

//go:noinline
func insert(n *node, v int, less func(a, b int) bool) *node {
	if n == nil {
		return &node{value: v}
	}
	if less(v, n.value) {
		n.left = insert(n.left, v, less)
	} else {
		n.right = insert(n.right, v, less)
	}
	return n
}

//go:noinline
func walk(n *node, visit func(*node)) {
	if n != nil {
		walk(n.left, visit)
		visit(n)
		walk(n.right, visit)
	}
}

func tree() {
	up := func(a, b int) bool { return a < b }
	calls := 0
	down := func(a, b int) bool { calls++; return a > b }
	var a, b *node
	for i := range 40 {
		a = insert(a, i*17%41, up)
		b = insert(b, i*17%41, down)
	}
	var s []int
	walk(a, func(n *node) { s = append(s, n.value) })
	walk(b, func(n *node) { s = append(s, -n.value) })
	fmt.Println(s, calls)
}

// kept is what a callback kept of its argument.
var kept []*node

//go:noinline
func each(n int, f func(*node)) {
	for i := range n {
		f(&node{value: i})
	}
}

func callbacks() {
	sum := 0
	each(5, func(n *node) { sum += n.value })
	each(3, func(n *node) { kept = append(kept, n) })
	runtime.GC()
	each(3, func(n *node) { n.value = 99 })
	fmt.Println(sum, kept[0].value, kept[1].value, kept[2].value)
}

type shape interface {
	area() int
	scale(k int) shape
}

type square struct{ side int }
type box struct{ w, h int }

func (s square) area() int          { return s.side * s.side }
func (s square) scale(k int) shape  { return square{s.side * k} }
func (b *box) area() int            { return b.w * b.h }
func (b *box) scale(k int) shape    { return &box{b.w * k, b.h * k} }

//go:noinline
func total(s shape, n int) int {
	if n == 0 {
		return s.area()
	}
	return s.area() + total(s, n-1) + total(s.scale(2), 0)
}

//go:noinline
func double(s shape) shape { return s.scale(2) }

func shapes() {
	b := &box{2, 3}
	d := double(b).(*box)
	runtime.GC()
	b.w = 100
	fmt.Println(total(square{3}, 3), total(&box{1, 2}, 2), double(square{4}), d.w, d.h)
}

type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func writers() {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d-%s", 12, "x")
	var t strings.Builder
	fmt.Fprintf(&t, "%v", []int{1, 2})
	_, err := fmt.Fprintf(&failing{4}, "%s", "longer")
	fmt.Fprintf(os.Stdout, "%s %s %v\n", &b, t.String(), err)
	grown := func(w *bytes.Buffer) []byte {
		fmt.Fprintf(w, "%0100d", 1)
		return w.Bytes()
	}
	var c bytes.Buffer
	x := grown(&c)
	runtime.GC()
	fmt.Println(len(x), x[99:])
}

//go:noinline
func counter(from int) (next func() int, reset func()) {
	n := from
	return func() int { n++; return n }, func() { n = from }
}

//go:noinline
func evens(limit int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < limit; i += 2 {
			if !yield(i) {
				return
			}
		}
	}
}

//go:noinline
func filtered(seq iter.Seq[int], keep func(int) bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

//go:noinline
func choose(up bool) func(int) int {
	if up {
		return func(n int) int { return n + 1 }
	}
	return func(n int) int { return n - 1 }
}

//go:noinline
func perhaps(ok bool) func(int) int {
	if ok {
		return func(n int) int { return n * 2 }
	}
	return nil
}

//go:noinline
func again(k int) func(int) int { return multiple(k + 1) }

//go:noinline
func multiple(k int) func(int) int { return func(n int) int { return n * k } }

var global func() int

func returned() {
	next, reset := counter(10)
	next()
	a := next()
	reset()
	fmt.Println(a, next())
	global, _ = counter(5)
	global()
	runtime.GC()
	fmt.Println(global())
	n := 0
	for v := range filtered(evens(40), func(v int) bool { return v%3 == 0 }) {
		if v > 20 {
			break
		}
		n += v
	}
	fmt.Println(n, slices.Collect(filtered(evens(20), func(v int) bool { return v > 9 })))
	fmt.Println(choose(true)(1), choose(false)(1), perhaps(true)(4), again(2)(7))
	defer func() { fmt.Println("recovered", recover()) }()
	perhaps(false)(1)
}

func sorting() {
	s := strings.Fields("the quick brown fox jumps over the lazy dog and runs away from it all again")
	slices.SortFunc(s, func(a, b string) int { return strings.Compare(b, a) })
	fmt.Println(s)
	swaps := 0
	sort.Slice(s, func(i, j int) bool { swaps++; return len(s[i]) < len(s[j]) || len(s[i]) == len(s[j]) && s[i] < s[j] })
	fmt.Println(s, swaps > 10)
	sort.SliceStable(s, func(i, j int) bool { return s[i][0] < s[j][0] })
	fmt.Println(s)
	sort.Sort(sort.Reverse(sort.StringSlice(s)))
	fmt.Println(s, sort.Search(len(s), func(i int) bool { return s[i] <= "j" }))
}

type panics struct{}

func (panics) Read([]byte) (int, error) { panic("from Read") }

func trace() {
	defer func() {
		fmt.Println(recover())
		pc := make([]uintptr, 40)
		frames := runtime.CallersFrames(pc[:runtime.Callers(0, pc)])
		for {
			f, more := frames.Next()
			if strings.HasPrefix(f.Function, "main.") || strings.HasPrefix(f.Function, "io.") {
				fmt.Println(f.Function)
			}
			if !more {
				break
			}
		}
	}()
	io.ReadFull(panics{}, make([]byte, 2))
}

func main() {
	tree()
	callbacks()
	shapes()
	writers()
	returned()
	sorting()
	trace()
}
