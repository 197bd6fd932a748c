package main

func three() (int, string, float64) { return 1, "a", 2 }
func four() (int, int, int, string) { return 1, 2, 3, "" }
type S struct{ a int; b string }
type P struct{ *S; c int }
type E struct { S; d int }

func r() (a, b, c int, d int) { return four() }
type I interface { M() }

func main() {
	m := map[string]int{}
	var a string
	var b int
	a, b = m["x"]
	b, a = m["x"]
	var c, d int = m["x"]
	var e, f string = <-make(chan int)
	var i any
	var g, h string = i.(int)
	a, b, _ = three()
	var x1, x2, x3, x4 int = four()
	_ = E{a: 1}
	_ = E{a: 1, S: S{}}
	_ = E{S: S{}, a: 1}
	_ = E{a: 1, a: 2}
	_ = E{zz: 1}
	_ = E{A: 1}
	_ = P{a: 1}
	_ = P{c: 1, a: 2}
	_ = E{S{}}
	_ = E{d: 1, S{}}
	_ = E{1}
	_ = P{new(S), 1, 2}
	_ = struct{ x, y int }{1}
	_ = I{}
	_ = I(S{})
	_ = [...]int
	var arr [...]int
	_ = x
	println(x1, x2, x3, x4, c, d, e, f, g, h)
	var q I = &S{}
	q = S{}
	q.N()
	q.m()
	(&q).M()
	var pp **S
	pp.a = 1
	var ss S
	ss.A = 1
	ss.B()
	if ss.a = 1; ss.a {
	}
	return
	main = nil
	three()[0]
	func() {}
	func() int {}()
	1 + 2
	"a"
	i
	-b
	<-make(chan int)
	b == b
	len("a")
	append([]int{}, 1)
	make([]int, 1)
	new(int)
	cap([]int{})
	copy(m, m)
	copy([]int{}, []string{})
	copy([]byte{}, "abc")
	delete(m, 1)
	delete(b, 1)
	append(b, 1)
	append([]int{}, "a", 1.5)
	append([]byte{}, "abc"...)
	append([]int{}, "abc"...)
	append([]int{}, []string{}...)
	append()
	append([]int{1}, []int{}...,)
	len()
	len(1, 2)
	cap(m)
	make(int)
	make([]int)
	make([]int, 1, 2, 3)
	make([]int, 2, 1)
	make([]int, -1)
	make([]int, "a")
	make(map[string]int, 1, 2)
	new(1, 2)
	new()
	_ = new(5)
	_ = new(nil)
	panic()
	panic(1, 2)
	print(three())
	recover(1)
	complex(1, "a")
	complex(b, b)
	real(1.5)
	real("a")
	_ = min(1, "a")
	_ = min(1, b, 2.5)
	_ = max()
	_ = max(i)
	clear(b)
	clear(m)
	len = 1
	len.x = 1
	_ = len
	int = 5
	_ = int
	_ = int.x
	var fn func(int) int = func(s string) int { return 0 }
	fn = three
	_ = fn == fn
	_ = map[func()]int{}
	for {
		fallthrough
		break
	}
	switch b {
	case 1:
		fallthrough
	case 2:
		fallthrough
	}
	break
	continue
	L:
	for {
		break M
		goto L
	}
	goto N
	{
		N:
	}
	defer recover()
	defer panic(1)
	defer append([]int{}, 1)
	go int(1)
	go (main())
	defer main
	i.(S).x()
	_ = i.(I).(S)
	_ = q.(S)
	_ = q.(int)
	switch q.(type) {
	case int:
	case S, *S:
	}
	switch z := b.(type) {
	}
	switch _ := i.(type) {
	}
	select {
	case b = 1:
	case b := 1:
	default:
	default:
	}
	switch { default: default: }
	var k, k int
	k := 1
	k, k := 1, 2
	a.b := 1
	a.b, k := 1, 2
	const ca = b
	const cb int = "a"
	const cc []int = nil
	const cd uint8 = 256
	const ce = 1 << 600
	const cf = uint8(255) + 1
	const cg = -uint8(1)
	const ch = ^uint8(1)
	const ci int8 = -129
	var cj float32 = 1e100
	var ck int = 1e3
	var cl rune = "a"
	var cm string = 'a'
	var cn byte = 'ä' + 1000
}
