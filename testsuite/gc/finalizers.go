// Finalizers run in the order of references, with every kind of signature; cleanups and weak pointers.
package main

import (
	"fmt"
	"runtime"
	"time"
	"weak"
)

type node struct {
	next *node
	n    int
}

type named interface{ Name() int }

func (n *node) Name() int { return n.n }

var log []string

func note(format string, args ...any) { log = append(log, fmt.Sprintf(format, args...)) }

func big(n *node) (r [40]int) {
	note("big %d", n.n)
	r[39] = n.n
	return
}

func many(n *node) (a, b, c, d, e, f, g, h, i, j int) {
	note("many %d", n.n)
	return n.n, 2, 3, 4, 5, 6, 7, 8, 9, 10
}

func word(x *int) { note("word") }

//go:noinline
func setup() (weak.Pointer[node], *node) {
	c := &node{nil, 3}
	b := &node{c, 2}
	a := &node{b, 1}
	runtime.SetFinalizer(c, func(n *node) { note("c %d", n.n) })
	runtime.SetFinalizer(b, big)
	runtime.SetFinalizer(a, many)
	d := &node{nil, 4}
	runtime.SetFinalizer(d, func(x any) string { note("any %d", x.(*node).n); return "done" })
	e := &node{nil, 5}
	runtime.SetFinalizer(e, func(x named) { note("named %d", x.Name()) })
	removed := &node{nil, 6}
	runtime.SetFinalizer(removed, func(n *node) { note("removed") })
	runtime.SetFinalizer(removed, nil)
	f := &node{nil, 7}
	runtime.AddCleanup(f, func(s string) { note("cleanup %s", s) }, "f")
	g := &node{nil, 8}
	runtime.AddCleanup(g, func(int) { note("stopped") }, 1).Stop()
	kept := &node{nil, 9}
	runtime.AddCleanup(kept, func(int) { note("kept") }, 1)
	return weak.Make(c), kept
}

//go:noinline
func clobber(n int) int {
	var a [400]int
	for i := range a {
		a[i] = n * i
	}
	return a[n%400]
}

//go:noinline
func alive(w weak.Pointer[node], kept *node) {
	fmt.Println(w.Value() != nil, w == weak.Make(w.Value()), weak.Make(kept).Value() == kept)
}

func main() {
	w, kept := setup()
	clobber(3)
	alive(w, kept)
	clobber(5)
	for range 10 {
		runtime.GC()
		time.Sleep(2 * time.Millisecond)
	}
	order := map[string]int{}
	for i, s := range log {
		order[s] = i + 1
	}
	fmt.Println(order["many 1"] > 0, order["many 1"] < order["big 2"], order["big 2"] < order["c 3"])
	fmt.Println(order["any 4"] > 0, order["named 5"] > 0, order["cleanup f"] > 0, len(log))
	fmt.Println(w.Value(), kept.n)
	runtime.KeepAlive(kept)
}
