package main

import "fmt"

type P struct{ x, y int }

func (p P) sum() int   { return p.x + p.y }
func (p *P) inc()      { p.x++ }
func two() (int, string) { return 7, "seven" }

type Shape interface{ area() int }
type Sq struct{ s int }
type Big struct{ a [10]int; n int }
func (s Sq) area() int { return s.s * s.s }
func (b Big) area() int { return b.a[3] + b.n }
func (b *Big) set(i, v int) { b.a[i] = v }

func variadic(pre string, xs ...int) int {
	t := 0
	for i, x := range xs { t += i * x }
	println(pre, len(xs), t)
	return t
}
func mkbig(n int) (b Big) { b.n = n; for i := range b.a { b.a[i] = i * n }; return }
func mkbig2(n int) Big { return Big{n: n, a: [10]int{3: 9}} }
func named(a, b int) (q, r int) { q = a / b; r = a % b; return }

var g = 5
var gs = []string{"a", "b", "c"}
var gm = map[string]int{"x": 1, "y": 2}
func setg() int { g = 100; return 1 }

func main() {
	var p P
	p.x = 3; p.y = 4
	println(p.sum())
	p.inc(); p.inc()
	println(p.x, p.sum())
	a, s := two()
	println(a, s, len(s), s[1], s[1:3])
	println(variadic("v", 1, 2, 3), variadic("none"), variadic("sp", []int{4, 5, 6, 7}...))
	var sh Shape = Sq{4}
	println(sh.area())
	sh = mkbig(5)
	println(sh.area())
	b2 := mkbig2(8)
	b2.set(2, 77)
	println(b2.a[2], b2.a[3], b2.n)
	b3 := b2
	b3.a[2] = 1
	println(b2.a[2], b3.a[2])
	q, r := named(17, 5)
	println(q, r)
	println(g+setg(), g)
	for i, x := range gs { println(i, x) }
	println(len(gm), gm["x"], gm["y"], gm["z"])
	gm["z"]++
	gm["z"] += 5
	v, ok := gm["z"]
	println(v, ok)
	delete(gm, "z")
	_, ok = gm["z"]
	println(ok)
	m := map[P]string{{1, 2}: "onetwo", {3, 4}: "threefour"}
	println(m[P{1, 2}], m[P{3, 4}], m[P{5, 6}])
	x := []int{1, 2, 3}
	y := append(x, 4)
	y = append(y, 5, 6, 7)
	y = append(y, x...)
	println(len(y), y[9])
	copy(y[2:], x)
	for _, e := range y { print(e, " ") }
	println()
	str := "héllo, 世界"
	for i, c := range str { print(i, ":", c, " ") }
	println()
	rs := []rune(str)
	println(len(rs), string(rs[1:3]), string(rs[7]))
	bs := []byte(str)
	bs[0] = 'H'
	println(string(bs), len(bs))
	fn := func(n int) int { return n * a }
	println(fn(6))
	cnt := 0
	inc := func() int { cnt++; return cnt }
	inc(); inc()
	println(cnt, inc(), cnt)
	var fs []func() int
	for i := 0; i < 3; i++ { fs = append(fs, func() int { i *= 10; return i }) }
	for _, f := range fs { print(f(), f(), " ") }
	println()
	switch a { case 1, 2: println("12"); case 7: println("7"); fallthrough; case 8: println("8"); default: println("d") }
	switch { case a > 100: println("big"); case a > 5: println("mid"); default: println("small") }
	switch s { case "one": println(1); case "two": println(2); case "seven": println(7); case "x": case "yy": case "zzz": default: println("none") }
	var e any = 42
	switch t := e.(type) { case string: println("str", t); case int: println("int", t+1); default: println("other") }
	if n, ok := e.(int); ok { println(n, ok) }
	if n, ok := e.(string); !ok { println(n, ok) }
	e = nil
	switch e.(type) { case nil: println("nil"); default: println("not nil") }
outer:
	for i := 0; i < 5; i++ {
		for j := 0; j < 5; j++ {
			if j == 3 { continue outer }
			if i == 2 { break outer }
			print(i*j, " ")
		}
	}
	println()
	i := 0
loop:
	if i < 3 { i++; goto loop }
	println(i)
	for i := range 3 { print(i) }
	println()
	var arr [5]int
	for i := range arr { arr[i] = i * i }
	pa := &arr
	for i, v := range pa { print(i+v, " ") }
	println(len(pa), cap(pa[1:3]), pa[4])
	arr2 := arr
	arr2[0] = 99
	println(arr == arr2, arr[0], arr2[0])
	println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
	c := complex(1, 2)
	c = c * c
	println(real(c), imag(c))
	println(c)
	var u8 uint8 = 250
	u8 += 10
	println(u8, int8(u8)<<6, ^u8, -u8)
	var i32 int32 = -7
	println(i32/2, i32%2, i32>>1, uint32(i32)>>28, i32&^3)
	println(1<<uint(a), uint64(1)<<63)
	f := 1.5
	println(int(f*3), float32(f), f/0.25)
	type T struct { P; name string; next *T }
	t := &T{P: P{1, 2}, name: "n"}
	t.next = &T{name: "m"}
	t.inc()
	println(t.x, t.P.y, t.next.name, t.sum(), t.next.next == nil)
	mv := t.sum
	t.x = 1000
	println(mv(), P.sum(P{5, 6}), (*P).sum(&t.P))
	pi := new(int)
	*pi = 5
	*pi++
	println(*pi)
	ch := make(chan int, 3)
	ch <- 1; ch <- 2
	close(ch)
	v1, ok1 := <-ch
	println(v1, ok1, len(ch), cap(ch))
	for v := range ch { println(v) }
	v2, ok2 := <-ch
	println(v2, ok2)
	x3 := x[1:2:2]
	x3 = append(x3, 50)
	println(x[2], len(x3), cap(x[1:2:2]))
	var nilm map[string]int
	println(nilm["q"], len(nilm))
	a1, a2 := 1, 2
	a1, a2 = a2, a1
	println(a1, a2)
	x[0], x[1], x[2] = x[2], x[0], x[1]
	println(x[0], x[1], x[2])
	clear(gm)
	println(len(gm))
	println(str < "i", str == "héllo, 世界", str+"!"+s+gs[0])
	var np *P
	defer func() {
		r := recover()
		println("recovered", r != nil)
		if er, ok := r.(error); ok { println(er.Error()) }
	}()
	println(np.x)
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
