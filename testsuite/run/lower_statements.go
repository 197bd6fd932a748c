package main

import "fmt"

type T struct{ a, b int }
type L struct { T; m map[string]int; arr [4]T; f func(int) int }
func mk() (t T, err error) { t.a = 1; return }
func mk2() (t L) { t.arr[2].b = 5; t.m = map[string]int{"q": 1}; return t }
func sum(ts ...T) (n int) { for _, t := range ts { n += t.a*10 + t.b }; return }
func cl() (func() int, func(int)) { x := 0; return func() int { return x }, func(n int) { x += n } }
func nested() func() func() int { a := 1; return func() func() int { b := 2; a++; return func() int { b++; return a*100 + b } } }
func big() [100]int { var a [100]int; for i := range a { a[i] = i }; return a }
func passbig(a [100]int) int { a[5] = 1000; return a[5] + a[6] }
func ptrto() *[100]int { a := big(); return &a }
func loops() {
	var ps []*int
	for i := 0; i < 3; i++ { ps = append(ps, &i) }
	for _, p := range ps { print(*p, " ") }
	var fs []func()
	for i, s := range []string{"a", "b"} { fs = append(fs, func() { print(i, s, " ") }) }
	for k, v := range map[int]int{1: 2} { fs = append(fs, func() { k += v; print(k, " ") }) }
	for i := range 2 { fs = append(fs, func() { i++; print(i, " ") }) }
	for i, r := range "xy" { fs = append(fs, func() { print(i, r, " ") }) }
	for _, f := range fs { f() }
	println()
	for i := 0; i < 6; i++ {
		f := func() { i++ }
		f()
		print(i, " ")
	}
	println()
	for i, j := 0, 10; i < j; i, j = i+1, j-1 { if i == 3 { continue }; if i == 4 { break }; print(i, j, " ") }
	println()
	x := 5
	{ x := x + 1; x++; print(x, " ") }
	if x := x * 2; x > 5 { print(x, " ") } else if y := x; y > 0 { print(y) }
	println(x)
	i := 0
back:
	i++
	for {
		if i > 5 { goto out }
		if i%2 == 0 { goto back }
		i++
		switch { case i == 4: break; case i > 100: goto out }
	}
out:
	println(i)
lbl:
	for i := 0; ; i++ {
		switch i { case 3: break lbl; case 1: continue lbl }
		select { default: if i == 2 { continue lbl } }
		print(i, ".")
	}
	println()
sw:
	switch { default: for { break sw } }
}
func deadcode() int {
	for { return 1; println("x") }
	println("y")
	x := 3
	if x > 2 { return x }
	panic("z")
}
func noret(n int) int {
	switch { case n > 0: return 1; default: panic("neg") }
}
func infinite(c chan int) { for { if <-c == 0 { return } } }
type I interface{ M() int }
type A int
func (a A) M() int { return int(a) }
type W struct{ I }
type WP struct{ *W; n int }
func emb() {
	w := W{A(3)}
	println(w.M())
	wp := &WP{W: &w, n: 4}
	println(wp.M(), wp.I.M(), I.M(w), (*WP).M(wp))
	f := wp.M
	w.I = A(9)
	println(f(), wp.M())
	var i I = wp
	println(i.M())
	g := i.M
	println(g())
	h := I.M
	println(h(A(12)))
}
type Fn func(int) Fn
func arrays() {
	var a [3][4]int
	a[1][2] = 5
	b := a
	b[1][2]++
	pa := &a[1]
	pa[3] = 8
	s := a[1][1:3]
	s[0] = 7
	println(a[1][1], a[1][2], a[1][3], b[1][2], len(s), cap(s))
	var e [0]int
	println(len(e), e == [0]int{})
	type z struct{}
	var zs [5]z
	for i := range zs { zs[i] = z{} }
	println(len(zs), zs[2] == z{})
	o := [1]T{{1, 2}}
	o[0].b = 9
	k := 0
	o[k].a++
	println(o[0].a, o[k].b)
	mm := map[[2]int][2]string{{1, 2}: {"a", "b"}}
	println(mm[[2]int{1, 2}][1], len(mm[[2]int{}][0]))
	mt := map[string]T{}
	mt["x"] = T{1, 2}
	println(mt["x"].b, mt["y"].a)
	ms := map[string][]int{}
	ms["a"] = append(ms["a"], 1, 2)
	ms["a"][1]++
	println(len(ms["a"]), ms["a"][1])
	mf := map[float64]int{1.5: 1}
	mf[1.5]++
	println(mf[1.5])
	mi := map[any]string{1: "int", "s": "str", 2.5: "f", T{1, 2}: "T"}
	println(mi[1], mi["s"], mi[2.5], mi[T{1, 2}], mi[int8(1)])
	m32 := map[int32]int{}
	for i := int32(0); i < 100; i++ { m32[i%10] += int(i) }
	println(len(m32), m32[3])
	m8 := map[uint8]bool{3: true}
	println(m8[3], m8[4])
	mp := map[*T]int{}
	t := &T{}
	mp[t]++
	println(mp[t])
	big := map[int][50]int{}
	big[1] = [50]int{3: 4}
	println(big[1][3], big[2][3])
	v, ok := big[1]
	println(v[3], ok)
}
func main() {
	t, err := mk()
	println(t.a, err == nil)
	l := mk2()
	l2 := l
	l2.arr[2].b++
	l2.m["q"]++
	l2.T.a = 4
	println(l.arr[2].b, l2.arr[2].b, l.m["q"], l2.a, l.a)
	l.f = func(n int) int { return n + l.arr[2].b }
	println(l.f(1), l2.f == nil)
	println(sum(t, T{1, 2}), sum())
	get, add := cl()
	add(3); add(4)
	println(get())
	n := nested()
	c := n()
	println(c(), c(), n()())
	b := big()
	println(passbig(b), b[5], ptrto()[7], big()[8])
	loops()
	println(deadcode(), noret(1))
	emb()
	arrays()
	func() { defer println("d"); func() { println("in") }() }()
	var fn Fn
	cnt := 0
	fn = func(i int) Fn { cnt += i; return fn }
	fn(1)(2)(3)
	println(cnt)
	x, y := 1, 2
	func(a int, b *int) { *b += a }(x, &y)
	println(x, y)
	type R struct { self *R; fns []func() int }
	r := &R{}
	r.self = r
	for i := range 3 { r.fns = append(r.fns, func() int { return i * len(r.self.fns) }) }
	println(r.fns[2]())
	const (A0 = iota; A1; A2)
	var u8s = [...]uint8{A0: 1, A2: 3}
	println(len(u8s), u8s[2])
	bs := []byte("hello")
	m := map[string]int{"hello": 5}
	println(m[string(bs)], string(bs) == "hello", len(string(bs)))
	for i, c := range []byte("ab") { print(i, c, " ") }
	println(len([]rune("日本")))
	bs = append(bs, " world"...)
	println(string(bs), copy(bs, "HE"), string(bs[:3]))
	var iface interface{ M() int }
	println(iface == nil)
	iface = A(1)
	_, isA := iface.(A)
	println(isA, iface == A(1), iface != A(2))
	switch v := iface.(type) { case interface{ N() }: println("N"); case I: println("I", v.M()) }
	switch v := any(t).(type) { case int, string: println(v != nil); case T: println(v.a); }
	switch any(nil).(type) { case nil: println("nil"); case any: println("any") }
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
