package main

type MyInt int
type S struct{ a int }
type F func(int) int
type A = S

func two() (int, string) { return 1, "a" }

func main() {
	var m MyInt
	var s string = m
	var st S
	var q string = st
	var f F
	var r string = f
	var a A
	var t string = a
	var e error
	var v string = e
	var w string = nil
	var x string = 1 + 2
	var y int = 1.5
	var z int = "a"
	const big = 1 << 100
	var b1 int = big
	var p *S = st
	s.foo()
	st.foo = 1
	p.b()
	var i interface{ M(); N(int) } = st
	m + 1
	m == s
	x := two()
	c, d, _ := two()
	c, d = 1
	f(1, 2)
	f("a")
	st = nil
	undefined()
	len(1)
	if m { }
	for i := range m { }
	var k byte = 300
	k = k << 1.5
	_ = []int{"a", 1: 2, 1: 3}
	_ = map[string]int{"a": 1, "a": 2}
	_ = S{1, 2}
	_ = S{b: 1}
	return 1
}
func h() int { }
func k() (int, error) { return 1 }
