package main

import (
	"fmt"
	"unsafe"
)

type My int
type Str string
type E struct{}
type Pt struct{ x, y float64 }
type A1 [1]int
type Nest struct { a A1; p Pt; s string; e E }
type F func(int) int
func (f F) call(n int) int { return f(n) }
func (m My) String() string { return "my" }
type Stringer interface{ String() string }
type RW interface{ Stringer; other() int }
func (m *Nest) other() int { return m.a[0] }
func (m *Nest) String() string { return m.s }

func main() {
	f := 3.99
	println(int(f), int8(f), uint8(f), uint(f), int32(-f), uint16(f), int64(f*1e10))
	var i64 int64 = -1
	println(uint64(i64), uint32(i64), uint8(i64), int16(i64), float64(uint64(i64)), float32(i64))
	var u32 uint32 = 1 << 31
	println(int32(u32), int64(u32), float64(u32), int64(int32(u32)))
	println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)))
	println(Str("x")+"y", My(3).String(), My(7)%4)
	b := []byte("abc")
	arr := [3]byte(b)
	pa := (*[2]byte)(b)
	pa[0] = 'z'
	println(arr[0], b[0], string(b), len(pa))
	var n Nest
	n.a[0] = 4
	n.p.y = 2.5
	n.s = "nest"
	var e any = n
	m := e.(Nest)
	println(m.a[0], m.p.y, m.s, e == any(n), e == any(Nest{}))
	var s Stringer = &n
	println(s.String(), s.(RW).other(), s.(*Nest).a[0])
	_, ok := s.(interface{ foo() })
	println(ok)
	if r, ok := s.(RW); ok { println(r.other()) }
	println(F(func(n int) int { return n + 1 }).call(4))
	var e1, e2 any = 1, 1.0
	println(e1 == e2, e1 == 1, e2 == 1.0, e1 != nil)
	var x8 any = uint8(200)
	var xb any = true
	println(x8.(uint8), xb.(bool), xb == true)
	var st any = "hello"
	println(st.(string), st == "hello", "hello" == st)
	var es any = E{}
	_, ok = es.(E)
	println(ok, es == E{})
	println(unsafe.Sizeof(n), unsafe.Offsetof(n.s), unsafe.Alignof(n))
	p := unsafe.Pointer(&n.p)
	println(*(*float64)(unsafe.Add(p, 8)))
	sl := unsafe.Slice((*float64)(p), 2)
	println(len(sl), sl[1])
	println(unsafe.String(&b[0], 2))
	var c64 complex64 = complex(1, 2)
	c128 := complex128(c64) / complex(0, 1)
	println(c64*c64, c128, real(c64), c64 == complex(1, 2))
	const big = 1 << 100
	println(big>>98, float64(big), 'a'+1, 7/2, 7/2.0)
	var z float64
	println(1/z, -1/z, z/z, z/z == z/z, z != z)
	mi := -9223372036854775808
	d := -1
	println(mi/d, mi%d, mi*d, -mi)
	var i8 int8 = -128
	i8--
	println(i8, i8/int8(d), i8<<1)
	var sh uint = 70
	println(1<<sh, -1>>sh, uint8(255)>>(sh-69), int32(-5)>>40)
	var arr2 [2][3]int
	for i := range arr2 { for j := range arr2[i] { arr2[i][j] = i*10 + j } }
	ac := arr2
	ac[1][2] = 0
	println(arr2[1][2], ac[1][2], arr2 == ac, arr2 != ac)
	q := [...]string{2: "c", 0: "a"}
	println(len(q), q[0]+q[1]+q[2])
	sp := []struct{ x, y int }{{1, 2}, {3, 4}}
	pp := []*struct{ x, y int }{{1, 2}, {3, 4}}
	mm := map[string][]int{"a": {1, 2}, "b": nil}
	println(sp[1].y, pp[1].x, len(mm["a"]), mm["b"] == nil)
	sp[0].x, pp[0].y = 50, 60
	println(sp[0].x, pp[0].y)
	for _, v := range sp { v.x = 1000 }
	for i := range sp { sp[i].y++ }
	println(sp[0].x, sp[0].y, sp[1].y)
	pf := new(float64)
	*pf += 2
	*pf *= 1.5
	println(*pf)
	type node struct { l, r *node; v int }
	var ins func(n *node, v int) *node
	ins = func(n *node, v int) *node {
		if n == nil { return &node{v: v} }
		if v < n.v { n.l = ins(n.l, v) } else { n.r = ins(n.r, v) }
		return n
	}
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} { root = ins(root, v) }
	var walk func(*node)
	walk = func(n *node) { if n != nil { walk(n.l); print(n.v, " "); walk(n.r) } }
	walk(root)
	println()
	var np *int
	var fnil func()
	println(np == nil, fnil == nil, mm != nil)
	println(len([]rune("héé")), len("x"+string(b)))
	goto end
end:
	println(max("a", "c", "b"), min(1.5, z/z) != min(1.5, z/z))
}

func println(xs ...any) { fmt.Println(xs...) }
func print(xs ...any)   { fmt.Print(xs...) }
