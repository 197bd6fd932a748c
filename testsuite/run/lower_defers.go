package main

import "fmt"

type T struct{ n int }

func (t T) show(s string)   { println("show", t.n, s) }
func (t *T) pshow(s string) { println("pshow", t.n, s) }

type I interface{ show(string) }
type Big struct{ a [20]int }

func (b Big) show(s string) { println("big", b.a[1], s) }
func big(b Big, k int) Big  { println("bigf", b.a[2], k); return b }

func f1() (r int) {
	defer func() { r *= 2 }()
	return 21
}
func f2() (r int, err string) {
	defer func() {
		if x := recover(); x != nil {
			err = x.(string)
		}
	}()
	r = 5
	panic("boom")
}
func f3() {
	for i := 0; i < 4; i++ {
		defer println("defer", i)
	}
	t := T{1}
	defer t.show("a")
	defer t.pshow("b")
	var x I = t
	defer x.show("c")
	var b Big
	b.a[1] = 11
	b.a[2] = 22
	x = b
	defer x.show("d")
	defer big(b, 3)
	b.a[2] = 33
	t.n = 2
	g := func(s string, n ...int) { println(s, len(n), t.n) }
	defer g("closure", 1, 2, 3)
	t.n = 9
	m := map[int]int{1: 2}
	defer delete(m, 1)
	c := make(chan int)
	defer close(c)
	defer print("pr\n")
}
func f4() (s string) {
	defer func() { s += "!" }()
	defer func() { recover() }()
	defer func() { s += "x" }()
	var p *T
	s = "before"
	p.n = 1
	s = "after"
	return
}
func f5() (a [4]int) {
	defer func() { recover() }()
	a[2] = 7
	panic(1)
}
func f6() (a [4]int, e error) {
	defer func() { a[1]++ }()
	a[0] = 3
	return [4]int{1, 2, 3, 4}, nil
}
func norecover() any { return recover() }
func f7() {
	defer func() {
		println("outer", recover().(string))
	}()
	defer func() {
		if norecover() != nil { println("bad") }
		defer func() { println("inner", recover().(string)) }()
		panic("second")
	}()
	panic("first")
}
func f8() {
	defer func() { println("f8", recover() != nil) }()
	defer recover()
	panic("squelched?")
}
func f9() (n int) {
	defer func() {
		e := recover()
		if e, ok := e.(error); ok { println(e.Error()); n = -1 }
	}()
	var a []int
	i := 5
	return a[i]
}
func div(a, b int) (r int, ok bool) {
	defer func() { if e := recover(); e != nil { println(e.(error).Error()); ok = false } }()
	return a / b, true
}
func loop() int {
	n := 0
	for i := 0; i < 3; i++ {
		func() {
			defer func() { n += i }()
			if i == 1 { return }
			n += 100
		}()
	}
	return n
}
func main() {
	println(f1())
	println(f2())
	f3()
	println(f4())
	a := f5()
	println(a[2])
	b, _ := f6()
	println(b[0], b[1])
	f7()
	f8()
	println(f9())
	println(div(1, 0))
	println(div(6, 3))
	println(loop())
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var x any = "s"
		_ = x.(int)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var x any
		_ = x.(I)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var x any = 3
		_ = x.(I)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var m map[string]int
		m["a"] = 1
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		x := []int{1, 2, 3}
		n := 5
		_ = x[1:n]
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		x := []int{1, 2, 3}
		n := 2
		_ = x[n:1]
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		x := []int{1, 2, 3}
		_ = [4]int(x)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		s := "abc"
		n := -1
		_ = s[n+0:]
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		n := -1
		_ = 1 << n
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		n := -1
		_ = make([]int, n)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var f func()
		f()
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var f I
		f.show("x")
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		var a, b any = []int{1}, []int{1}
		println(a == b)
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		m := map[any]int{}
		m[func() {}] = 1
	}()
	func() {
		defer func() { r := recover(); println(r.(error).Error()) }()
		c := make(chan int)
		close(c)
		close(c)
	}()
	defer println("last")
	panic(T{3})
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
