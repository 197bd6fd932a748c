// -m=2
package main

import (
	"errors"
	"strings"
)

type T struct{ a, b int }

func (t *T) Set(v int)  { t.a = v }
func (t T) Get() int    { return t.a }
func small(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func loop(n int) (s int) {
	for i := 0; i < n; i++ {
		s += i
	}
	return
}

func rng(xs []int) int {
	t := 0
	for _, x := range xs {
		t += x
	}
	return t
}

func sw(x int) string {
	switch x {
	case 1:
		return "a"
	case 2, 3:
		return "b"
	default:
		return "c"
	}
}

func tsw(x any) int {
	switch y := x.(type) {
	case int:
		return y
	case string:
		return len(y)
	}
	return 0
}

func mk() *T { return &T{1, 2} }

func clo(x int) func() int {
	return func() int { return x + 1 }
}

func e() error { return errors.New("x") }

func rec(n int) int {
	if n == 0 {
		return 1
	}
	return n * rec(n-1)
}

//go:noinline
func noin() {}

type I interface{ Get() int }

func useI(i I) int { return i.Get() }

func big(m map[string]int, s string) {
	m[s]++
	m["a"] = 3
	delete(m, s)
	x := strings.Split(s, ",")
	y, ok := m["b"]
	if ok && y > 3 || !ok {
		panic("bad")
	}
	_ = x
}
func sel(c chan int) { select { case <-c: default: } }
func gof() { go noin() }
func rc() { recover() }
func lab() {
L:
	for {
		break L
	}
}
const K = 5
type D int
const KD D = 7
var sink any

func main() {
	t := mk()
	t.Set(3)
	println(t.Get(), small(1, 2), loop(3))
	f := clo(3)
	f()
	var i I = t
	useI(i)
	i.Get()
	if e() != nil {
		panic(1)
	}
	sink = K
	sink = KD
	sink = 1.5
	sink = 'x'
	sink = "abc"
	sink = D(3)
	sink = byte(3)
	sink = []byte("x")
}
