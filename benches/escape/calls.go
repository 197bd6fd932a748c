package main

import (
	"io"
	"strings"
)

// Arguments of calls through interfaces and function values.

type reader interface{ read(p []byte) int }
type zeros struct{}
type ones struct{ n int }

func (zeros) read(p []byte) int { clear(p); return len(p) }
func (o *ones) read(p []byte) int {
	for i := range p {
		p[i] = 1
	}
	o.n++
	return len(p)
}

var readers = []reader{zeros{}, &ones{}}

func readInto() {
	var buf [64]byte
	n := 0
	for _, r := range readers {
		n += r.read(buf[:])
	}
	sinkInt = n
}

type visitor interface{ visit(p *point) }
type point struct{ x, y int }
type adder struct{ sum int }
type maxer struct{ max int }

func (a *adder) visit(p *point) { a.sum += p.x }
func (m *maxer) visit(p *point) { m.max = max(m.max, p.y) }

//go:noinline
func each(v visitor) {
	for i := range 3 {
		v.visit(&point{i, i + 1})
	}
}

func visitors() {
	a := &adder{}
	each(a)
	m := &maxer{}
	each(m)
	sinkInt = a.sum + m.max
}

//go:noinline
func apply(f func(*point) int) int { return f(&point{seven, 1}) }

func functionValue() {
	k := seven
	sinkInt = apply(func(p *point) int { return p.x + k })
}

//go:noinline
func compare(less func(a, b *point) bool) bool { return less(&point{1, 2}, &point{seven, 1}) }

func comparison() {
	if compare(func(a, b *point) bool { return a.x < b.x }) {
		sinkInt++
	}
}

func ioReader() {
	var buf [16]byte
	var r io.Reader = strings.NewReader("some text")
	n, _ := r.Read(buf[:])
	sinkInt = n
}

type handler struct{ f func(*point) }

func fieldOfFunction() {
	h := handler{f: func(p *point) { sinkInt = p.y }}
	h.f(&point{1, seven})
}

//go:noinline
func boxed(v any) int {
	if n, ok := v.(int); ok {
		return n
	}
	return 0
}

func boxedInt() { sinkInt = boxed(seven * 1000) }

type recorder struct{ seen []*point }

func (r *recorder) visit(p *point) { r.seen = append(r.seen, p) }

var record recorder

func needsRecorded() {
	record.seen = record.seen[:0]
	p := &point{seven, 1}
	record.visit(p)
}

type keeper struct{ p *point }

func (k *keeper) visit(p *point) { k.p = p }

var visitorsOfAll = []visitor{&adder{}, &maxer{}, &globalKeeper}
var globalKeeper keeper

// One of the types that the call may reach keeps its argument.
func needsKept() {
	p := &point{seven, 2}
	for _, v := range visitorsOfAll {
		v.visit(p)
	}
	clobber(3)
	verify(globalKeeper.p.x == 7)
}

var keptPoint *point
var handlers = [2]func(*point){func(p *point) { sinkInt = p.x }, func(p *point) { keptPoint = p }}

func needsByTable() {
	handlers[seven&1](&point{seven, 3})
	clobber(3)
	verify(keptPoint.y == 3)
}

var boxes [2]any

//go:noinline
func keepBox(v any) { boxes[1] = boxes[0]; boxes[0] = v }

func needsBox() {
	keepBox(seven * 1000)
	clobber(3)
	verify(boxes[0].(int) == 7000)
}

func main() {
	measure([]gauntletCase{
		{"buffer_to_interface_method", 0, readInto},
		{"pointer_to_interface_method", 0, visitors},
		{"pointer_to_function_value", 0, functionValue},
		{"comparison_callback", 0, comparison},
		{"io_reader", 0, ioReader},
		{"function_in_field", 0, fieldOfFunction},
		{"boxed_int", 0, boxedInt},
		{"needs_recorded", 1, needsRecorded},
		{"needs_kept_by_one_type", 1, needsKept},
		{"needs_kept_by_table", 1, needsByTable},
		{"needs_box", 1, needsBox},
	})
}
