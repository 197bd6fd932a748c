package main

import "fmt"

var g = 1
var arr = []int{1, 2, 3, 4}
var idx = 0
var mp = map[string]int{}
var pp *int
type N struct{ v int; next *N }
func (n N) val(k int) int { println("val", n.v, k); return n.v }
func (n *N) pval(k int) int { println("pval", n.v, k); return n.v }

func f(s string, n int) int { println("f", s, n); g += n; return n }
func setidx(n int) int { idx = n; return n }
func get() []int { println("get"); return arr }
func mget() map[string]int { println("mget"); return mp }
func key(s string) string { println("key", s); return s }
func two() (int, int) { println("two"); return 10, 20 }
func three() (int, string, error) { return 1, "x", nil }
func ptr() *N { println("ptr"); return &N{v: 5} }
func bool_(b bool, s string) bool { println("bool", s); return b }
type Arr [3]int
func retarr(n int) Arr { println("retarr", n); return Arr{n, n + 1, n + 2} }
var ga Arr
func modga() int { ga[0] = 100; return 1 }
func use(a Arr, n int) { println("use", a[0], a[1], n) }
func use2(n int, a Arr) { println("use2", a[0], a[1], n) }
func vari(a int, rest ...any) { println("vari", a, len(rest)); for _, r := range rest { if n, ok := r.(int); ok { println(n) } } }
func ch(c chan int, s string) chan int { println("ch", s); return c }

func main() {
	println(g + f("a", 1) + g)
	println(f("x", 1)*f("y", 2) + f("z", 3), g)
	arr[idx] = setidx(2)
	println(arr[0], arr[2])
	idx = 0
	idx, arr[idx] = 1, 77
	println(idx, arr[0])
	get()[f("i", 1)] = f("v", 9)
	mget()[key("k")] = f("mv", 3)
	mget()[key("k")] += f("mv2", 4)
	println(mp["k"])
	arr[f("i1", 0)], arr[f("i2", 1)] = f("v1", 5), f("v2", 6)
	arr[0], arr[1] = arr[1], arr[0]
	println(arr[0], arr[1])
	a, b := f("a", 1), g
	println(a, b)
	i, j := two()
	i, arr[2] = two()
	println(i, j, arr[2])
	n := N{v: 3}
	println(n.val(f("k", 1)) + n.pval(f("k2", 2)))
	modn := func() int { n.v = 50; return 1 }
	println(n.val(modn()), n.v)
	println(ptr().v + f("q", 1))
	println(bool_(true, "1") && bool_(false, "2") || bool_(true, "3") && !bool_(false, "4"))
	if bool_(false, "a") || (bool_(true, "b") && bool_(true, "c")) { println("yes") } else { println("no") }
	use(ga, modga())
	ga[0] = 0
	use2(modga(), ga)
	use(retarr(1), f("u", 2))
	x := [...]int{f("c1", 1), f("c2", 2), g}
	println(x[0], x[1], x[2])
	m := map[string]int{key("a"): f("ma", 1), key("b"): f("mb", 2)}
	println(len(m))
	st := struct{ a, b, c int }{b: f("sb", 1), a: f("sa", 2), c: g}
	println(st.a, st.b, st.c)
	vari(f("v0", 0), f("v1", 1), "s", f("v2", 2), 3.5)
	vari(two())
	vari(1, []any{1, 2, "x"}...)
	c1, c2 := make(chan int, 1), make(chan int, 1)
	select {
	case ch(c1, "c1") <- f("send", 1):
	case v := <-ch(c2, "c2"): println(v)
	}
	sw := func(n int) int { println("case", n); return n }
	switch f("tag", 3) {
	case sw(1), sw(2): println("no")
	case sw(3), sw(4): println("three")
	default: println("def")
	}
	y := arr
	arr = []int{9, 9, 9, 9}
	println(y[0], arr[0])
	s := "a"
	s += key("b") + s
	println(s)
	p, q := &n, &n.v
	*q, p.v = 1, 2
	println(n.v)
	p, p.next = &N{v: 8}, p
	println(n.next == &n, p.v)
	var arr2 Arr
	arr2, ga = ga, Arr{7, 8, 9}
	println(arr2[1], ga[1])
	for i, v := range arr { arr = append(arr, v); if i == 0 { arr[1] = 1000 } }
	println(len(arr), arr[1])
	ga2 := Arr{1, 2, 3}
	for i, v := range ga2 { ga2[2] = 50; println(i, v) }
	for i, v := range &ga2 { ga2[2] = 60; println(i, v) }
	for i := range ga2 { ga2[i]++ }
	k := 0
	for arr[k] = range 2 { println(arr[k]); k++ }
	defer func() { println("rec", recover() != nil, g) }()
	var np *N
	g = 0
	np.v = f("before nil store", 7)
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
