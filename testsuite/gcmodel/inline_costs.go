// -m=2
package main

import "errors"

var ErrA = errors.New("a")
var fn1 = func() int { return 1 }()

func empty() {}
func clo(x int) func() int { return func() int { return x + 1 } }
func clo2() func(int) int { return func(y int) int { return y } }

func usec() {
	f := clo(3)
	_ = f
	g := clo2()
	sinkf = g
	clo2()(4)
}

var sinkf func(int) int

func multi() (int, error) { return 1, nil }

func um(m map[string]int, a any) int {
	x, err := multi()
	y, ok := m["a"]
	z, ok2 := a.(int)
	_, _, _ = err, ok, ok2
	return x + y + z
}

func named() (x int, err error) {
	if x > 3 {
		return 4, nil
	}
	x = 5
	return
}

func un() int {
	a, _ := named()
	return a
}

func apply(f func(int) int, x int) int { return f(x) }

func ua() int {
	k := 3
	return apply(func(i int) int { return i + k }, 4)
}

func once() {
	f := func() {
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
		println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
	}
	f()
}

type E struct{ *B }
type B struct{ n int }

func (b *B) P() int { return b.n }
func (b B) V() int  { return b.n }

type S interface{ P() int }

func ev(c bool) int {
	var s S = E{&B{}}
	t := s.P()
	var w S
	if c {
		w = &B{}
	} else {
		w = &B{1}
	}
	f := E{}.V
	return t + w.P() + f()
}

func r1(n int) int {
	if n == 0 {
		return 0
	}
	return r2(n - 1)
}
func r2(n int) int { return r1(n) }

func sl(a []int, i, j int, p *B, q *[3]int) (x []int) {
	x = a[i:j]
	p.n++
	*q = [3]int{1, 2, 3}
	q[1] += 3
	if p != nil && !(i > j) {
		x = append(x, a...)
	}
	s := string(rune(i)) + "a" + "b"
	_ = []byte(s)
	var arr [4]int
	arr[i&3] = -i
	_ = &p.n
	for range a {
		continue
	}
	for k, v := range a {
		_, _ = k, v
	}
	for k := range a {
		_ = k
	}
	goto end
end:
	return x
}

func main() { defer func() {}() }
