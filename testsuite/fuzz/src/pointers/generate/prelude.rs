//! The fixed part of a generated pointer program.

/// Declarations that generated code uses. `fuel` bounds the running time: what runs out of it panics, in the same place
/// everywhere. `turn` orders goroutines; `later` is one that waits until it is told to go on, after each part at the latest. `churn`, `smash` and `collect` write over memory that was given back too early.
pub(super) const PRELUDE: &str = r#"package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Not every program has groups of its own.
var _ sync.WaitGroup

type Shape interface {
	Sum(d int) int
	Peer(d int, x Shape) Shape
}

type Fail struct {
	at  Shape
	why string
	off *int
}

func (f *Fail) Error() string { return f.why }

type Cell[T any] struct {
	v    T
	next *Cell[T]
}

func (c *Cell[T]) All(yield func(T) bool) {
	for n := 0; c != nil && n < 4; n++ {
		if !yield(c.v) {
			return
		}
		c = c.next
	}
}

func (c *Cell[T]) Push(v T) *Cell[T] {
	return &Cell[T]{v, c}
}

func (c *Cell[T]) Last() *Cell[T] {
	for n := 0; c.next != nil && n < 4; n++ {
		c = c.next
	}
	return c
}

func at[T any](s []T, i int) (x T) {
	if len(s) > 0 {
		x = s[uint(i)%uint(len(s))]
	}
	return x
}

func clip[T any](s []T) []T { return s[:len(s):len(s)] }

func pick[T any](b bool, x, y T) T {
	if b {
		return x
	}
	return y
}

func list[T any](xs ...T) []T { return xs }

func box[T any](x T) *T { return &x }

func put[T any](p *T, x T) { *p = x }

func swap[T any](p, q *T) { *p, *q = *q, *p }

func each[T any](s []T, f func(*T)) {
	for i := range s {
		f(&s[i])
	}
}

func keep[T any](s []T, f func(T) bool) []T {
	var out []T
	for _, x := range s {
		if f(x) {
			out = append(out, x)
		}
	}
	return out
}

func seq[T any](xs ...T) func(func(T) bool) {
	return func(yield func(T) bool) {
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
}

func gather[T any](it func(func(T) bool)) []T {
	var out []T
	if it != nil {
		for x := range it {
			if len(out) == 5 {
				break
			}
			out = append(out, x)
		}
	}
	return out
}

func digits(n int) string {
	if n < 0 {
		n = -n
	}
	b := make([]byte, 0, 8)
	for n > 0 || len(b) == 0 {
		b = append(b, byte('0'+n%10))
		n /= 10
	}
	return string(b)
}

var fuel, tick, budget, notes int

func burn() {
	fuel--
	if fuel < 0 {
		panic("fuel")
	}
}

//go:noinline
func fail(b bool) {
	if b {
		panic("left")
	}
}

func cold(k int) bool {
	tick++
	return tick%k == 0
}

//go:noinline
func smash(n int) int {
	var a [48]int
	for i := range a {
		a[i] = 0x5a5a5a5a + n
	}
	if n > 0 {
		return smash(n-1) + a[n%48]
	}
	return a[tick%48]
}

//go:noinline
func churn(n int) int {
	s := make([]*[3]int, n)
	for i := range s {
		s[i] = &[3]int{0x77777777, i, n}
	}
	b := make([]byte, n*8)
	for i := range b {
		b[i] = '#'
	}
	t := string(b) + "!"
	m := map[int]*int{}
	for i := range n {
		m[i] = &s[i][1]
	}
	var g []int
	for i := range n {
		g = append(g, 0x33333333+i)
	}
	return len(t) + len(m) + *m[n/2] + g[n/2] + smash(6)
}

//go:noinline
func collect() {
	churn(12)
	runtime.GC()
	churn(7)
	smash(20)
}

func note(n, h int) {
	notes++
	if notes < 600 {
		println(n, h)
	}
}

func attempt(name string, f func()) {
	protect(name, f)
	for len(laters) > 0 {
		l := laters[0]
		laters = laters[1:]
		fuel = 60
		smash(9)
		l.finish()
	}
}

func protect(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			println(name, "panics:", r.Error())
		case string:
			println(name, "panics with", r)
		default:
			println(name, "panics")
		}
	}()
	fuel = 400
	f()
	println(name, "returns")
}

type turn struct {
	n int32
}

func (t *turn) wait(n int) {
	for atomic.LoadInt32(&t.n) != int32(n) {
		runtime.Gosched()
	}
}

func (t *turn) pass() { atomic.AddInt32(&t.n, 1) }

type later struct {
	gate, fin chan bool
	done      bool
}

var laters []*later

func hold() *later {
	l := &later{gate: make(chan bool, 1), fin: make(chan bool, 1)}
	laters = append(laters, l)
	return l
}

func (l *later) enter() { <-l.gate }

func (l *later) leave() { l.fin <- true }

func (l *later) finish() {
	if !l.done {
		l.done = true
		l.gate <- true
		<-l.fin
	}
}

func bump() bool {
	budget--
	return budget < 0
}

func sum_int(x, d int) int { return x & 0xffffff }

func sum_str(x string, d int) int {
	h := len(x)
	for i := 0; i < len(x); i++ {
		h = (h*31 + int(x[i])) & 0xffffff
	}
	return h
}

func sum_bytes(x []byte, d int) int {
	h := len(x)
	for _, c := range x {
		h = (h*37 + int(c)) & 0xffffff
	}
	return h
}
"#;

/// What is different in programs in which nothing recovers: what is replaced by what.
pub(super) const CALM: &[(&str, &str)] = &[
    ("\tif b {\n\t\tpanic(\"left\")\n\t}\n", ""),
    ("\tif fuel < 0 {\n\t\tpanic(\"fuel\")\n\t}\n", ""),
    ("return budget < 0", "return budget < 0 || fuel < 0"),
    (ATTEMPT, ""),
];

const ATTEMPT: &str = r#"	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			println(name, "panics:", r.Error())
		case string:
			println(name, "panics with", r)
		default:
			println(name, "panics")
		}
	}()
"#;
