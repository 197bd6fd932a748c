// Calls of functions of random types by reflection: arguments and results in registers and in memory.
package main
import ("errors";"fmt";"reflect")
type S1 struct{a int;b float64;c string}
type S2 struct{a int8;b []string;c float32;d any}
type S3 struct{a,b uint8}
type S4 struct{x int64; y [4]int; z string}
type S5 struct{f float32; g float64}
type S6 struct{a int16; e struct{}; p *int; q [1]float32}
type S7 struct{a bool; b int32; c complex64; d, e, f, g uint8}
var g1,g2,g3,g4,g5,g6,g7,g8,g9,g0 int
var ch chan int
func fn() int { return 7 }
var _ = errors.New
func show(vs ...any) string { s := ""; for _, v := range vs { switch x := v.(type) { case func() int: s += fmt.Sprint(x()) ; default: s += fmt.Sprintf("%T:%+v;", v, v) } }; return s }
func vals(vs []reflect.Value) []any { var o []any; for _, v := range vs { o = append(o, v.Interface()) }; return o }
var bad int
func check(i int, a, b, c string) { if a != b || a != c { bad++; fmt.Println("DIFF", i, "\n", a, "\n", b, "\n", c) } }

//go:noinline
func f0(p0 struct{}, p1 [2]float32, p2 uint64) (uint64, [2]float32) { return p2, p1 }
func t0() {
a0 := struct{}(struct{}{})
a1 := [2]float32([2]float32{1,1.5})
a2 := uint64(8)
r0, r1 := f0(a0, a1, a2)
want := show(r0, r1)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem()}
got := show(vals(reflect.ValueOf(f0).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f0), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f0).Call(x) }).Interface().(func(struct{}, [2]float32, uint64) (uint64, [2]float32))
m0, m1 := made(a0, a1, a2)
got2 := show(m0, m1)
check(0, want, got, got2)
}
//go:noinline
func f1(p0 [2]float32, p1 string, p2 float64, p3 S4) (S4, string, [2]float32) { return p3, p1, p0 }
func t1() {
a0 := [2]float32([2]float32{4,1.5})
a1 := string("s3")
a2 := float64(9.25)
a3 := S4(S4{x:7})
r0, r1, r2 := f1(a0, a1, a2, a3)
want := show(r0, r1, r2)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem()}
got := show(vals(reflect.ValueOf(f1).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f1), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f1).Call(x) }).Interface().(func([2]float32, string, float64, S4) (S4, string, [2]float32))
m0, m1, m2 := made(a0, a1, a2, a3)
got2 := show(m0, m1, m2)
check(1, want, got, got2)
}
//go:noinline
func f2(p0 int, p1 S3, p2 map[string]int, p3 uint16, p4 float32, p5 map[string]int, p6 struct{}, p7 int8, p8 complex64, p9 map[string]int, p10 int) (int8, map[string]int, struct{}, complex64) { return p7, p9, p6, p8 }
func t2() {
a0 := int(7)
a1 := S3(S3{8,1})
a2 := map[string]int(map[string]int{"k":3})
a3 := uint16(6)
a4 := float32(2.5)
a5 := map[string]int(map[string]int{"k":1})
a6 := struct{}(struct{}{})
a7 := int8(8)
a8 := complex64(4+2i)
a9 := map[string]int(map[string]int{"k":5})
a10 := int(7)
r0, r1, r2, r3 := f2(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
want := show(r0, r1, r2, r3)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem()}
got := show(vals(reflect.ValueOf(f2).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f2), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f2).Call(x) }).Interface().(func(int, S3, map[string]int, uint16, float32, map[string]int, struct{}, int8, complex64, map[string]int, int) (int8, map[string]int, struct{}, complex64))
m0, m1, m2, m3 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
got2 := show(m0, m1, m2, m3)
check(2, want, got, got2)
}
//go:noinline
func f3(p0 S2, p1 func() int, p2 complex64, p3 error, p4 [3]int16, p5 S6, p6 any, p7 struct{}, p8 []int, p9 [2]float32, p10 struct{}, p11 error) (error, S6, S2, [3]int16, complex64, struct{}, struct{}, []int, [2]float32) { return p3, p5, p0, p4, p2, p10, p7, p8, p9 }
func t3() {
a0 := S2(S2{a:4,b:[]string{"q"},c:1.5})
a1 := (func() int)(fn)
a2 := complex64(5+2i)
a3 := error(errors.New("e2"))
a4 := [3]int16([3]int16{2,1,2})
a5 := S6(S6{a:8})
a6 := any(any(8))
a7 := struct{}(struct{}{})
a8 := []int([]int{6,2})
a9 := [2]float32([2]float32{2,1.5})
a10 := struct{}(struct{}{})
a11 := error(errors.New("e3"))
r0, r1, r2, r3, r4, r5, r6, r7, r8 := f3(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
want := show(r0, r1, r2, r3, r4, r5, r6, r7, r8)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem()}
got := show(vals(reflect.ValueOf(f3).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f3), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f3).Call(x) }).Interface().(func(S2, func() int, complex64, error, [3]int16, S6, any, struct{}, []int, [2]float32, struct{}, error) (error, S6, S2, [3]int16, complex64, struct{}, struct{}, []int, [2]float32))
m0, m1, m2, m3, m4, m5, m6, m7, m8 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7, m8)
check(3, want, got, got2)
}
//go:noinline
func f4() () { return  }
func t4() {
f4()
want := show()
in := []reflect.Value{}
got := show(vals(reflect.ValueOf(f4).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f4), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f4).Call(x) }).Interface().(func() ())
made()
got2 := show()
check(4, want, got, got2)
}
//go:noinline
func f5(p0 map[string]int, p1 error, p2 func() int, p3 int32, p4 int8, p5 S1) (map[string]int, int32, func() int, int8) { return p0, p3, p2, p4 }
func t5() {
a0 := map[string]int(map[string]int{"k":5})
a1 := error(errors.New("e9"))
a2 := (func() int)(fn)
a3 := int32(1)
a4 := int8(5)
a5 := S1(S1{1,2.5,"x"})
r0, r1, r2, r3 := f5(a0, a1, a2, a3, a4, a5)
want := show(r0, r1, r2, r3)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem()}
got := show(vals(reflect.ValueOf(f5).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f5), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f5).Call(x) }).Interface().(func(map[string]int, error, func() int, int32, int8, S1) (map[string]int, int32, func() int, int8))
m0, m1, m2, m3 := made(a0, a1, a2, a3, a4, a5)
got2 := show(m0, m1, m2, m3)
check(5, want, got, got2)
}
//go:noinline
func f6(p0 int32) () { return  }
func t6() {
a0 := int32(4)
f6(a0)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem()}
got := show(vals(reflect.ValueOf(f6).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f6), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f6).Call(x) }).Interface().(func(int32) ())
made(a0)
got2 := show()
check(6, want, got, got2)
}
//go:noinline
func f7(p0 complex64, p1 S1, p2 bool, p3 uint64, p4 S4, p5 int8) (bool, int8, S4, complex64, S1, uint64) { return p2, p5, p4, p0, p1, p3 }
func t7() {
a0 := complex64(8+2i)
a1 := S1(S1{9,2.5,"x"})
a2 := bool(true)
a3 := uint64(9)
a4 := S4(S4{x:5})
a5 := int8(7)
r0, r1, r2, r3, r4, r5 := f7(a0, a1, a2, a3, a4, a5)
want := show(r0, r1, r2, r3, r4, r5)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem()}
got := show(vals(reflect.ValueOf(f7).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f7), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f7).Call(x) }).Interface().(func(complex64, S1, bool, uint64, S4, int8) (bool, int8, S4, complex64, S1, uint64))
m0, m1, m2, m3, m4, m5 := made(a0, a1, a2, a3, a4, a5)
got2 := show(m0, m1, m2, m3, m4, m5)
check(7, want, got, got2)
}
//go:noinline
func f8(p0 S5, p1 S4, p2 string, p3 S7, p4 complex64, p5 error, p6 bool, p7 [3]int16, p8 complex64, p9 [2]float32) (S5, bool, error, [2]float32, S7) { return p0, p6, p5, p9, p3 }
func t8() {
a0 := S5(S5{f:3.5,g:2.5})
a1 := S4(S4{x:1})
a2 := string("s6")
a3 := S7(S7{b:8})
a4 := complex64(6+2i)
a5 := error(errors.New("e6"))
a6 := bool(false)
a7 := [3]int16([3]int16{1,1,2})
a8 := complex64(1+2i)
a9 := [2]float32([2]float32{1,1.5})
r0, r1, r2, r3, r4 := f8(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9)
want := show(r0, r1, r2, r3, r4)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem()}
got := show(vals(reflect.ValueOf(f8).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f8), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f8).Call(x) }).Interface().(func(S5, S4, string, S7, complex64, error, bool, [3]int16, complex64, [2]float32) (S5, bool, error, [2]float32, S7))
m0, m1, m2, m3, m4 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9)
got2 := show(m0, m1, m2, m3, m4)
check(8, want, got, got2)
}
//go:noinline
func f9(p0 bool, p1 S2, p2 *int, p3 complex64, p4 struct{}) (*int, S2, complex64, bool) { return p2, p1, p3, p0 }
func t9() {
a0 := bool(false)
a1 := S2(S2{a:5,b:[]string{"q"},c:1.5})
a2 := (*int)(&g5)
a3 := complex64(7+2i)
a4 := struct{}(struct{}{})
r0, r1, r2, r3 := f9(a0, a1, a2, a3, a4)
want := show(r0, r1, r2, r3)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem()}
got := show(vals(reflect.ValueOf(f9).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f9), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f9).Call(x) }).Interface().(func(bool, S2, *int, complex64, struct{}) (*int, S2, complex64, bool))
m0, m1, m2, m3 := made(a0, a1, a2, a3, a4)
got2 := show(m0, m1, m2, m3)
check(9, want, got, got2)
}
//go:noinline
func f10(p0 S6, p1 int, p2 struct{}, p3 S3, p4 S5, p5 uint64, p6 complex64, p7 [3]int16, p8 string, p9 S2, p10 [0]int, p11 bool) (uint64, struct{}, complex64) { return p5, p2, p6 }
func t10() {
a0 := S6(S6{a:2})
a1 := int(2)
a2 := struct{}(struct{}{})
a3 := S3(S3{6,1})
a4 := S5(S5{f:4.5,g:2.5})
a5 := uint64(8)
a6 := complex64(3+2i)
a7 := [3]int16([3]int16{2,1,2})
a8 := string("s6")
a9 := S2(S2{a:4,b:[]string{"q"},c:1.5})
a10 := [0]int([0]int{})
a11 := bool(true)
r0, r1, r2 := f10(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
want := show(r0, r1, r2)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem()}
got := show(vals(reflect.ValueOf(f10).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f10), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f10).Call(x) }).Interface().(func(S6, int, struct{}, S3, S5, uint64, complex64, [3]int16, string, S2, [0]int, bool) (uint64, struct{}, complex64))
m0, m1, m2 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
got2 := show(m0, m1, m2)
check(10, want, got, got2)
}
//go:noinline
func f11(p0 int32, p1 int8, p2 [3]int16, p3 float64, p4 complex128, p5 [0]int, p6 S6, p7 S6, p8 struct{}, p9 float32, p10 func() int, p11 bool) (func() int, int8, float32, [0]int, [3]int16) { return p10, p1, p9, p5, p2 }
func t11() {
a0 := int32(7)
a1 := int8(5)
a2 := [3]int16([3]int16{9,1,2})
a3 := float64(5.25)
a4 := complex128(8+3i)
a5 := [0]int([0]int{})
a6 := S6(S6{a:7})
a7 := S6(S6{a:5})
a8 := struct{}(struct{}{})
a9 := float32(7.5)
a10 := (func() int)(fn)
a11 := bool(true)
r0, r1, r2, r3, r4 := f11(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
want := show(r0, r1, r2, r3, r4)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem()}
got := show(vals(reflect.ValueOf(f11).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f11), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f11).Call(x) }).Interface().(func(int32, int8, [3]int16, float64, complex128, [0]int, S6, S6, struct{}, float32, func() int, bool) (func() int, int8, float32, [0]int, [3]int16))
m0, m1, m2, m3, m4 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
got2 := show(m0, m1, m2, m3, m4)
check(11, want, got, got2)
}
//go:noinline
func f12(p0 int, p1 [1]string, p2 S6) (S6, int, [1]string) { return p2, p0, p1 }
func t12() {
a0 := int(8)
a1 := [1]string([1]string{"a9"})
a2 := S6(S6{a:5})
r0, r1, r2 := f12(a0, a1, a2)
want := show(r0, r1, r2)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem()}
got := show(vals(reflect.ValueOf(f12).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f12), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f12).Call(x) }).Interface().(func(int, [1]string, S6) (S6, int, [1]string))
m0, m1, m2 := made(a0, a1, a2)
got2 := show(m0, m1, m2)
check(12, want, got, got2)
}
//go:noinline
func f13(p0 complex128, p1 chan int, p2 string, p3 func() int, p4 uint16, p5 func() int, p6 struct{}, p7 complex64) (func() int) { return p3 }
func t13() {
a0 := complex128(1+3i)
a1 := (chan int)(ch)
a2 := string("s9")
a3 := (func() int)(fn)
a4 := uint16(7)
a5 := (func() int)(fn)
a6 := struct{}(struct{}{})
a7 := complex64(8+2i)
r0 := f13(a0, a1, a2, a3, a4, a5, a6, a7)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem()}
got := show(vals(reflect.ValueOf(f13).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f13), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f13).Call(x) }).Interface().(func(complex128, chan int, string, func() int, uint16, func() int, struct{}, complex64) (func() int))
m0 := made(a0, a1, a2, a3, a4, a5, a6, a7)
got2 := show(m0)
check(13, want, got, got2)
}
//go:noinline
func f14(p0 int32, p1 float32, p2 [3]int16, p3 complex64, p4 string, p5 S3, p6 int, p7 [3]int16, p8 [2]float32, p9 error, p10 int8) (float32, S3, [3]int16, string, int, [3]int16, complex64, int32, int8) { return p1, p5, p2, p4, p6, p7, p3, p0, p10 }
func t14() {
a0 := int32(4)
a1 := float32(4.5)
a2 := [3]int16([3]int16{2,1,2})
a3 := complex64(9+2i)
a4 := string("s2")
a5 := S3(S3{3,1})
a6 := int(4)
a7 := [3]int16([3]int16{5,1,2})
a8 := [2]float32([2]float32{3,1.5})
a9 := error(errors.New("e1"))
a10 := int8(8)
r0, r1, r2, r3, r4, r5, r6, r7, r8 := f14(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
want := show(r0, r1, r2, r3, r4, r5, r6, r7, r8)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem()}
got := show(vals(reflect.ValueOf(f14).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f14), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f14).Call(x) }).Interface().(func(int32, float32, [3]int16, complex64, string, S3, int, [3]int16, [2]float32, error, int8) (float32, S3, [3]int16, string, int, [3]int16, complex64, int32, int8))
m0, m1, m2, m3, m4, m5, m6, m7, m8 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7, m8)
check(14, want, got, got2)
}
//go:noinline
func f15(p0 struct{}, p1 func() int, p2 any, p3 int8, p4 map[string]int, p5 bool, p6 string, p7 bool, p8 S1, p9 [3]int16) (string, struct{}, bool, any, S1, bool, func() int, map[string]int) { return p6, p0, p7, p2, p8, p5, p1, p4 }
func t15() {
a0 := struct{}(struct{}{})
a1 := (func() int)(fn)
a2 := any(any(2))
a3 := int8(8)
a4 := map[string]int(map[string]int{"k":1})
a5 := bool(false)
a6 := string("s6")
a7 := bool(false)
a8 := S1(S1{2,2.5,"x"})
a9 := [3]int16([3]int16{6,1,2})
r0, r1, r2, r3, r4, r5, r6, r7 := f15(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9)
want := show(r0, r1, r2, r3, r4, r5, r6, r7)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem()}
got := show(vals(reflect.ValueOf(f15).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f15), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f15).Call(x) }).Interface().(func(struct{}, func() int, any, int8, map[string]int, bool, string, bool, S1, [3]int16) (string, struct{}, bool, any, S1, bool, func() int, map[string]int))
m0, m1, m2, m3, m4, m5, m6, m7 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7)
check(15, want, got, got2)
}
//go:noinline
func f16(p0 S2, p1 any, p2 struct{}, p3 complex64, p4 []int, p5 bool) (struct{}) { return p2 }
func t16() {
a0 := S2(S2{a:7,b:[]string{"q"},c:1.5})
a1 := any(any(2))
a2 := struct{}(struct{}{})
a3 := complex64(9+2i)
a4 := []int([]int{1,2})
a5 := bool(true)
r0 := f16(a0, a1, a2, a3, a4, a5)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem()}
got := show(vals(reflect.ValueOf(f16).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f16), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f16).Call(x) }).Interface().(func(S2, any, struct{}, complex64, []int, bool) (struct{}))
m0 := made(a0, a1, a2, a3, a4, a5)
got2 := show(m0)
check(16, want, got, got2)
}
//go:noinline
func f17(p0 float32, p1 int8, p2 []int, p3 *int, p4 S1, p5 S2, p6 [0]int, p7 [2]float32, p8 any) () { return  }
func t17() {
a0 := float32(7.5)
a1 := int8(1)
a2 := []int([]int{6,2})
a3 := (*int)(&g8)
a4 := S1(S1{6,2.5,"x"})
a5 := S2(S2{a:7,b:[]string{"q"},c:1.5})
a6 := [0]int([0]int{})
a7 := [2]float32([2]float32{8,1.5})
a8 := any(any(1))
f17(a0, a1, a2, a3, a4, a5, a6, a7, a8)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem()}
got := show(vals(reflect.ValueOf(f17).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f17), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f17).Call(x) }).Interface().(func(float32, int8, []int, *int, S1, S2, [0]int, [2]float32, any) ())
made(a0, a1, a2, a3, a4, a5, a6, a7, a8)
got2 := show()
check(17, want, got, got2)
}
//go:noinline
func f18(p0 float64, p1 [2]float32, p2 bool) () { return  }
func t18() {
a0 := float64(7.25)
a1 := [2]float32([2]float32{4,1.5})
a2 := bool(true)
f18(a0, a1, a2)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem()}
got := show(vals(reflect.ValueOf(f18).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f18), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f18).Call(x) }).Interface().(func(float64, [2]float32, bool) ())
made(a0, a1, a2)
got2 := show()
check(18, want, got, got2)
}
//go:noinline
func f19(p0 int, p1 S7, p2 complex128, p3 []int, p4 chan int, p5 [2]float32, p6 [0]int, p7 func() int, p8 bool, p9 int32, p10 *int, p11 S4, p12 int32, p13 S6) (*int, bool, [0]int, S6, S7, [2]float32, int32, S4, chan int, int, []int) { return p10, p8, p6, p13, p1, p5, p9, p11, p4, p0, p3 }
func t19() {
a0 := int(3)
a1 := S7(S7{b:4})
a2 := complex128(7+3i)
a3 := []int([]int{1,2})
a4 := (chan int)(ch)
a5 := [2]float32([2]float32{2,1.5})
a6 := [0]int([0]int{})
a7 := (func() int)(fn)
a8 := bool(true)
a9 := int32(6)
a10 := (*int)(&g2)
a11 := S4(S4{x:1})
a12 := int32(2)
a13 := S6(S6{a:8})
r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10 := f19(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
want := show(r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem(), reflect.ValueOf(&a13).Elem()}
got := show(vals(reflect.ValueOf(f19).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f19), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f19).Call(x) }).Interface().(func(int, S7, complex128, []int, chan int, [2]float32, [0]int, func() int, bool, int32, *int, S4, int32, S6) (*int, bool, [0]int, S6, S7, [2]float32, int32, S4, chan int, int, []int))
m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10)
check(19, want, got, got2)
}
//go:noinline
func f20(p0 S4, p1 complex64, p2 struct{}, p3 complex64, p4 [0]int, p5 uint16, p6 int8, p7 map[string]int, p8 struct{}, p9 [3]int16, p10 [3]int16, p11 S4, p12 string) (struct{}) { return p8 }
func t20() {
a0 := S4(S4{x:2})
a1 := complex64(9+2i)
a2 := struct{}(struct{}{})
a3 := complex64(9+2i)
a4 := [0]int([0]int{})
a5 := uint16(3)
a6 := int8(2)
a7 := map[string]int(map[string]int{"k":4})
a8 := struct{}(struct{}{})
a9 := [3]int16([3]int16{4,1,2})
a10 := [3]int16([3]int16{8,1,2})
a11 := S4(S4{x:7})
a12 := string("s5")
r0 := f20(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem()}
got := show(vals(reflect.ValueOf(f20).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f20), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f20).Call(x) }).Interface().(func(S4, complex64, struct{}, complex64, [0]int, uint16, int8, map[string]int, struct{}, [3]int16, [3]int16, S4, string) (struct{}))
m0 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
got2 := show(m0)
check(20, want, got, got2)
}
//go:noinline
func f21(p0 S1, p1 any, p2 []int, p3 [2]float32, p4 error) () { return  }
func t21() {
a0 := S1(S1{7,2.5,"x"})
a1 := any(any(9))
a2 := []int([]int{4,2})
a3 := [2]float32([2]float32{7,1.5})
a4 := error(errors.New("e3"))
f21(a0, a1, a2, a3, a4)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem()}
got := show(vals(reflect.ValueOf(f21).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f21), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f21).Call(x) }).Interface().(func(S1, any, []int, [2]float32, error) ())
made(a0, a1, a2, a3, a4)
got2 := show()
check(21, want, got, got2)
}
//go:noinline
func f22(p0 S4, p1 struct{}, p2 map[string]int, p3 struct{}, p4 S3, p5 S7) (S7, struct{}, struct{}, map[string]int) { return p5, p3, p1, p2 }
func t22() {
a0 := S4(S4{x:7})
a1 := struct{}(struct{}{})
a2 := map[string]int(map[string]int{"k":3})
a3 := struct{}(struct{}{})
a4 := S3(S3{8,1})
a5 := S7(S7{b:8})
r0, r1, r2, r3 := f22(a0, a1, a2, a3, a4, a5)
want := show(r0, r1, r2, r3)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem()}
got := show(vals(reflect.ValueOf(f22).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f22), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f22).Call(x) }).Interface().(func(S4, struct{}, map[string]int, struct{}, S3, S7) (S7, struct{}, struct{}, map[string]int))
m0, m1, m2, m3 := made(a0, a1, a2, a3, a4, a5)
got2 := show(m0, m1, m2, m3)
check(22, want, got, got2)
}
//go:noinline
func f23(p0 S4, p1 [3]int16, p2 *int, p3 struct{}, p4 S5, p5 func() int, p6 float32, p7 uint64, p8 bool, p9 map[string]int, p10 float64, p11 uint64, p12 struct{}, p13 [3]int16) (struct{}, uint64, bool, S5, float32) { return p3, p11, p8, p4, p6 }
func t23() {
a0 := S4(S4{x:5})
a1 := [3]int16([3]int16{4,1,2})
a2 := (*int)(&g5)
a3 := struct{}(struct{}{})
a4 := S5(S5{f:5.5,g:2.5})
a5 := (func() int)(fn)
a6 := float32(7.5)
a7 := uint64(4)
a8 := bool(false)
a9 := map[string]int(map[string]int{"k":4})
a10 := float64(6.25)
a11 := uint64(8)
a12 := struct{}(struct{}{})
a13 := [3]int16([3]int16{7,1,2})
r0, r1, r2, r3, r4 := f23(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
want := show(r0, r1, r2, r3, r4)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem(), reflect.ValueOf(&a13).Elem()}
got := show(vals(reflect.ValueOf(f23).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f23), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f23).Call(x) }).Interface().(func(S4, [3]int16, *int, struct{}, S5, func() int, float32, uint64, bool, map[string]int, float64, uint64, struct{}, [3]int16) (struct{}, uint64, bool, S5, float32))
m0, m1, m2, m3, m4 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
got2 := show(m0, m1, m2, m3, m4)
check(23, want, got, got2)
}
//go:noinline
func f24(p0 [1]string, p1 S4, p2 S1, p3 float64, p4 *int, p5 struct{}, p6 S6, p7 chan int, p8 S6, p9 S2, p10 [2]float32) () { return  }
func t24() {
a0 := [1]string([1]string{"a8"})
a1 := S4(S4{x:2})
a2 := S1(S1{7,2.5,"x"})
a3 := float64(1.25)
a4 := (*int)(&g8)
a5 := struct{}(struct{}{})
a6 := S6(S6{a:4})
a7 := (chan int)(ch)
a8 := S6(S6{a:4})
a9 := S2(S2{a:5,b:[]string{"q"},c:1.5})
a10 := [2]float32([2]float32{4,1.5})
f24(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem()}
got := show(vals(reflect.ValueOf(f24).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f24), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f24).Call(x) }).Interface().(func([1]string, S4, S1, float64, *int, struct{}, S6, chan int, S6, S2, [2]float32) ())
made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
got2 := show()
check(24, want, got, got2)
}
//go:noinline
func f25(p0 float64, p1 map[string]int, p2 bool, p3 uint64, p4 float32, p5 S1, p6 S4, p7 S3, p8 func() int, p9 int8, p10 chan int, p11 S7, p12 bool, p13 float32) (float64, S1, bool, S4, map[string]int, int8, func() int, float32, S7, bool, chan int, S3, float32) { return p0, p5, p2, p6, p1, p9, p8, p13, p11, p12, p10, p7, p4 }
func t25() {
a0 := float64(6.25)
a1 := map[string]int(map[string]int{"k":1})
a2 := bool(false)
a3 := uint64(6)
a4 := float32(7.5)
a5 := S1(S1{7,2.5,"x"})
a6 := S4(S4{x:8})
a7 := S3(S3{2,1})
a8 := (func() int)(fn)
a9 := int8(8)
a10 := (chan int)(ch)
a11 := S7(S7{b:3})
a12 := bool(false)
a13 := float32(2.5)
r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12 := f25(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
want := show(r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem(), reflect.ValueOf(&a13).Elem()}
got := show(vals(reflect.ValueOf(f25).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f25), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f25).Call(x) }).Interface().(func(float64, map[string]int, bool, uint64, float32, S1, S4, S3, func() int, int8, chan int, S7, bool, float32) (float64, S1, bool, S4, map[string]int, int8, func() int, float32, S7, bool, chan int, S3, float32))
m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12)
check(25, want, got, got2)
}
//go:noinline
func f26(p0 bool, p1 uint16, p2 S3, p3 error, p4 int32, p5 *int, p6 chan int, p7 [3]int16, p8 S7, p9 bool, p10 int32, p11 [3]int16, p12 S4, p13 []int) (S4, *int, [3]int16, int32, int32, uint16, []int, [3]int16, bool, chan int) { return p12, p5, p7, p4, p10, p1, p13, p11, p9, p6 }
func t26() {
a0 := bool(true)
a1 := uint16(8)
a2 := S3(S3{9,1})
a3 := error(errors.New("e6"))
a4 := int32(1)
a5 := (*int)(&g5)
a6 := (chan int)(ch)
a7 := [3]int16([3]int16{3,1,2})
a8 := S7(S7{b:3})
a9 := bool(false)
a10 := int32(2)
a11 := [3]int16([3]int16{2,1,2})
a12 := S4(S4{x:9})
a13 := []int([]int{3,2})
r0, r1, r2, r3, r4, r5, r6, r7, r8, r9 := f26(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
want := show(r0, r1, r2, r3, r4, r5, r6, r7, r8, r9)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem(), reflect.ValueOf(&a13).Elem()}
got := show(vals(reflect.ValueOf(f26).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f26), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f26).Call(x) }).Interface().(func(bool, uint16, S3, error, int32, *int, chan int, [3]int16, S7, bool, int32, [3]int16, S4, []int) (S4, *int, [3]int16, int32, int32, uint16, []int, [3]int16, bool, chan int))
m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
got2 := show(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9)
check(26, want, got, got2)
}
//go:noinline
func f27(p0 complex128, p1 S2, p2 S5, p3 S2, p4 S1, p5 error, p6 [2]float32, p7 complex64, p8 S2, p9 float32, p10 *int, p11 [1]string, p12 complex64, p13 [0]int) ([1]string, S2) { return p11, p1 }
func t27() {
a0 := complex128(2+3i)
a1 := S2(S2{a:3,b:[]string{"q"},c:1.5})
a2 := S5(S5{f:9.5,g:2.5})
a3 := S2(S2{a:9,b:[]string{"q"},c:1.5})
a4 := S1(S1{7,2.5,"x"})
a5 := error(errors.New("e6"))
a6 := [2]float32([2]float32{2,1.5})
a7 := complex64(5+2i)
a8 := S2(S2{a:5,b:[]string{"q"},c:1.5})
a9 := float32(7.5)
a10 := (*int)(&g1)
a11 := [1]string([1]string{"a3"})
a12 := complex64(1+2i)
a13 := [0]int([0]int{})
r0, r1 := f27(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
want := show(r0, r1)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem(), reflect.ValueOf(&a13).Elem()}
got := show(vals(reflect.ValueOf(f27).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f27), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f27).Call(x) }).Interface().(func(complex128, S2, S5, S2, S1, error, [2]float32, complex64, S2, float32, *int, [1]string, complex64, [0]int) ([1]string, S2))
m0, m1 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13)
got2 := show(m0, m1)
check(27, want, got, got2)
}
//go:noinline
func f28(p0 bool, p1 string, p2 S4, p3 map[string]int, p4 [3]int16, p5 []int, p6 chan int, p7 complex128) (complex128, [3]int16, bool, S4, map[string]int, []int) { return p7, p4, p0, p2, p3, p5 }
func t28() {
a0 := bool(false)
a1 := string("s2")
a2 := S4(S4{x:2})
a3 := map[string]int(map[string]int{"k":2})
a4 := [3]int16([3]int16{3,1,2})
a5 := []int([]int{4,2})
a6 := (chan int)(ch)
a7 := complex128(7+3i)
r0, r1, r2, r3, r4, r5 := f28(a0, a1, a2, a3, a4, a5, a6, a7)
want := show(r0, r1, r2, r3, r4, r5)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem()}
got := show(vals(reflect.ValueOf(f28).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f28), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f28).Call(x) }).Interface().(func(bool, string, S4, map[string]int, [3]int16, []int, chan int, complex128) (complex128, [3]int16, bool, S4, map[string]int, []int))
m0, m1, m2, m3, m4, m5 := made(a0, a1, a2, a3, a4, a5, a6, a7)
got2 := show(m0, m1, m2, m3, m4, m5)
check(28, want, got, got2)
}
//go:noinline
func f29(p0 S5, p1 uint64, p2 struct{}, p3 S1, p4 uint64, p5 func() int, p6 any, p7 [0]int, p8 float64, p9 [2]float32, p10 [3]int16, p11 float32, p12 struct{}) (S1, uint64) { return p3, p4 }
func t29() {
a0 := S5(S5{f:6.5,g:2.5})
a1 := uint64(5)
a2 := struct{}(struct{}{})
a3 := S1(S1{8,2.5,"x"})
a4 := uint64(7)
a5 := (func() int)(fn)
a6 := any(any(6))
a7 := [0]int([0]int{})
a8 := float64(5.25)
a9 := [2]float32([2]float32{8,1.5})
a10 := [3]int16([3]int16{9,1,2})
a11 := float32(5.5)
a12 := struct{}(struct{}{})
r0, r1 := f29(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
want := show(r0, r1)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem()}
got := show(vals(reflect.ValueOf(f29).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f29), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f29).Call(x) }).Interface().(func(S5, uint64, struct{}, S1, uint64, func() int, any, [0]int, float64, [2]float32, [3]int16, float32, struct{}) (S1, uint64))
m0, m1 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
got2 := show(m0, m1)
check(29, want, got, got2)
}
//go:noinline
func f30() () { return  }
func t30() {
f30()
want := show()
in := []reflect.Value{}
got := show(vals(reflect.ValueOf(f30).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f30), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f30).Call(x) }).Interface().(func() ())
made()
got2 := show()
check(30, want, got, got2)
}
//go:noinline
func f31(p0 S2, p1 int, p2 int32, p3 map[string]int, p4 map[string]int, p5 S3, p6 string, p7 [1]string, p8 float32, p9 [3]int16, p10 S2) (map[string]int, S2, float32, [3]int16, S2, map[string]int, [1]string) { return p3, p10, p8, p9, p0, p4, p7 }
func t31() {
a0 := S2(S2{a:2,b:[]string{"q"},c:1.5})
a1 := int(5)
a2 := int32(3)
a3 := map[string]int(map[string]int{"k":3})
a4 := map[string]int(map[string]int{"k":8})
a5 := S3(S3{2,1})
a6 := string("s1")
a7 := [1]string([1]string{"a1"})
a8 := float32(6.5)
a9 := [3]int16([3]int16{4,1,2})
a10 := S2(S2{a:9,b:[]string{"q"},c:1.5})
r0, r1, r2, r3, r4, r5, r6 := f31(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
want := show(r0, r1, r2, r3, r4, r5, r6)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem()}
got := show(vals(reflect.ValueOf(f31).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f31), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f31).Call(x) }).Interface().(func(S2, int, int32, map[string]int, map[string]int, S3, string, [1]string, float32, [3]int16, S2) (map[string]int, S2, float32, [3]int16, S2, map[string]int, [1]string))
m0, m1, m2, m3, m4, m5, m6 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
got2 := show(m0, m1, m2, m3, m4, m5, m6)
check(31, want, got, got2)
}
//go:noinline
func f32(p0 [1]string) () { return  }
func t32() {
a0 := [1]string([1]string{"a6"})
f32(a0)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem()}
got := show(vals(reflect.ValueOf(f32).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f32), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f32).Call(x) }).Interface().(func([1]string) ())
made(a0)
got2 := show()
check(32, want, got, got2)
}
//go:noinline
func f33(p0 complex128, p1 func() int, p2 []int, p3 S4, p4 S4) (complex128) { return p0 }
func t33() {
a0 := complex128(1+3i)
a1 := (func() int)(fn)
a2 := []int([]int{6,2})
a3 := S4(S4{x:4})
a4 := S4(S4{x:2})
r0 := f33(a0, a1, a2, a3, a4)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem()}
got := show(vals(reflect.ValueOf(f33).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f33), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f33).Call(x) }).Interface().(func(complex128, func() int, []int, S4, S4) (complex128))
m0 := made(a0, a1, a2, a3, a4)
got2 := show(m0)
check(33, want, got, got2)
}
//go:noinline
func f34(p0 float64, p1 error, p2 S4, p3 map[string]int, p4 string, p5 [1]string, p6 complex128, p7 int32, p8 [0]int, p9 int8, p10 error, p11 uint16, p12 func() int) (uint16, S4, complex128) { return p11, p2, p6 }
func t34() {
a0 := float64(8.25)
a1 := error(errors.New("e8"))
a2 := S4(S4{x:2})
a3 := map[string]int(map[string]int{"k":9})
a4 := string("s7")
a5 := [1]string([1]string{"a4"})
a6 := complex128(8+3i)
a7 := int32(5)
a8 := [0]int([0]int{})
a9 := int8(8)
a10 := error(errors.New("e8"))
a11 := uint16(7)
a12 := (func() int)(fn)
r0, r1, r2 := f34(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
want := show(r0, r1, r2)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem()}
got := show(vals(reflect.ValueOf(f34).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f34), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f34).Call(x) }).Interface().(func(float64, error, S4, map[string]int, string, [1]string, complex128, int32, [0]int, int8, error, uint16, func() int) (uint16, S4, complex128))
m0, m1, m2 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
got2 := show(m0, m1, m2)
check(34, want, got, got2)
}
//go:noinline
func f35(p0 *int, p1 chan int) () { return  }
func t35() {
a0 := (*int)(&g5)
a1 := (chan int)(ch)
f35(a0, a1)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem()}
got := show(vals(reflect.ValueOf(f35).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f35), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f35).Call(x) }).Interface().(func(*int, chan int) ())
made(a0, a1)
got2 := show()
check(35, want, got, got2)
}
//go:noinline
func f36(p0 []int, p1 *int, p2 [3]int16, p3 []int, p4 S1, p5 any, p6 string, p7 int, p8 [0]int, p9 float64, p10 bool, p11 [0]int, p12 []int) (int, [0]int) { return p7, p8 }
func t36() {
a0 := []int([]int{4,2})
a1 := (*int)(&g3)
a2 := [3]int16([3]int16{4,1,2})
a3 := []int([]int{1,2})
a4 := S1(S1{3,2.5,"x"})
a5 := any(any(7))
a6 := string("s9")
a7 := int(3)
a8 := [0]int([0]int{})
a9 := float64(3.25)
a10 := bool(true)
a11 := [0]int([0]int{})
a12 := []int([]int{8,2})
r0, r1 := f36(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
want := show(r0, r1)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem(), reflect.ValueOf(&a5).Elem(), reflect.ValueOf(&a6).Elem(), reflect.ValueOf(&a7).Elem(), reflect.ValueOf(&a8).Elem(), reflect.ValueOf(&a9).Elem(), reflect.ValueOf(&a10).Elem(), reflect.ValueOf(&a11).Elem(), reflect.ValueOf(&a12).Elem()}
got := show(vals(reflect.ValueOf(f36).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f36), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f36).Call(x) }).Interface().(func([]int, *int, [3]int16, []int, S1, any, string, int, [0]int, float64, bool, [0]int, []int) (int, [0]int))
m0, m1 := made(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)
got2 := show(m0, m1)
check(36, want, got, got2)
}
//go:noinline
func f37(p0 int8, p1 S6) () { return  }
func t37() {
a0 := int8(7)
a1 := S6(S6{a:8})
f37(a0, a1)
want := show()
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem()}
got := show(vals(reflect.ValueOf(f37).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f37), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f37).Call(x) }).Interface().(func(int8, S6) ())
made(a0, a1)
got2 := show()
check(37, want, got, got2)
}
//go:noinline
func f38(p0 error, p1 int8, p2 S4, p3 S4, p4 int8) (S4) { return p3 }
func t38() {
a0 := error(errors.New("e1"))
a1 := int8(7)
a2 := S4(S4{x:8})
a3 := S4(S4{x:1})
a4 := int8(4)
r0 := f38(a0, a1, a2, a3, a4)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem(), reflect.ValueOf(&a3).Elem(), reflect.ValueOf(&a4).Elem()}
got := show(vals(reflect.ValueOf(f38).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f38), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f38).Call(x) }).Interface().(func(error, int8, S4, S4, int8) (S4))
m0 := made(a0, a1, a2, a3, a4)
got2 := show(m0)
check(38, want, got, got2)
}
//go:noinline
func f39(p0 int32, p1 any, p2 [1]string) (int32) { return p0 }
func t39() {
a0 := int32(6)
a1 := any(any(2))
a2 := [1]string([1]string{"a6"})
r0 := f39(a0, a1, a2)
want := show(r0)
in := []reflect.Value{reflect.ValueOf(&a0).Elem(), reflect.ValueOf(&a1).Elem(), reflect.ValueOf(&a2).Elem()}
got := show(vals(reflect.ValueOf(f39).Call(in))...)
made := reflect.MakeFunc(reflect.TypeOf(f39), func(x []reflect.Value) []reflect.Value { return reflect.ValueOf(f39).Call(x) }).Interface().(func(int32, any, [1]string) (int32))
m0 := made(a0, a1, a2)
got2 := show(m0)
check(39, want, got, got2)
}
func main() {
t0()
t1()
t2()
t3()
t4()
t5()
t6()
t7()
t8()
t9()
t10()
t11()
t12()
t13()
t14()
t15()
t16()
t17()
t18()
t19()
t20()
t21()
t22()
t23()
t24()
t25()
t26()
t27()
t28()
t29()
t30()
t31()
t32()
t33()
t34()
t35()
t36()
t37()
t38()
t39()
fmt.Println("done", bad)
}
