package main

import "unsafe"

type T struct{}

func (T) m()  {}
func (T) m()  {}
func (t *T) n() {}
func (t T) n(int) {}
type U struct { m int; m string }
func (U) m() {}
func (int) x() {}
func (*int) x() {}
func (**T) y() {}
func ([]int) z() {}
func (e error) q() {}
type PT *T
func (PT) w() {}
func (unsafe.Pointer) w() {}
type IF interface{ a(); a() ; b() }
func (IF) w() {}
type R struct { R }
type R2 struct { x [2]R3 }
type R3 struct { y R2 }
type R4 R4
type R5 R6
type R6 R5
type A1 = A2
type A2 = A1
type A3 = []A3
type Rp *Rp
type IR interface { IR }
type IR1 interface { IR2 }
type IR2 interface { IR1 }
var v1 = v2
var v2 = v1
var v3 = f3()
func f3() int { return v3 }
const k1 = k2
const k2 = k1
var v4 int = v4
const k3 = len([k3]int{})
type arr [len(arr{})]int
var v5 [len(v5)]int
func init() int {}
func init(x int) {}
func main(x int) {}
var init = 1
type main int
var T int
func T() {}
func noBody()
func (T) noBody2()
var _ = undefined1
func _() { undefined2() }
var println = 1
type string int
var s string = "a"
func f(a int, a string) (a int) {}
func g(a, b int, c ...int, d int) {}
func h(...int, int) {}
func i(a ...int) { i(a); i(a...); i(1, a...); }
func j(unsafe.Pointer, unsafe.pointer, unsafe.X) {}
func (t T) t() { t() }
type E1 struct { *PT; *IF; unsafe.Pointer; T; *T; int; *string }
var x, x int
var _, _ = 1, 2
func unusedp(a int) { b := 1; var c int; const d = 1; type e int; func() { f := 1 }() }
var m map[[]int]int
var m2 map[U]int
var m3 map[func()]int
var ch chan<- (<-chan int) = 1
var sz = unsafe.Sizeof(undefined3)
var of = unsafe.Offsetof(x)
var of2 = unsafe.Offsetof(U{}.m)
var of3 = unsafe.Offsetof(U{}.zz)
const cs = unsafe.Sizeof(U{})
var arr2 [cs]int
var neg [-1]int
var fl [1.5]int
var st ["a"]int
var vr [x]int
var und [undef]int
var big [1<<100]int
var tt [len([3]int{})]int
var uu int = tt
type Fn func(a, b int, c string) (d, e int)
var fn Fn = 1
type St struct { a, b int; c *St; d func(x int) []int `tag`; E1 }
var vst St = 1
var vst2 struct { a, b int; c *St; d func(x int) []int `tag`; E1 } = 1
var vi interface { m(); int } = 1
var vj interface { m(x, y int) (z string); error } = 1
var vk map[string]chan<- func(...int) = 1
var vl [3][]*[4]any = 1
