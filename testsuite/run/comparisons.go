// Comparison of all comparable types.
package main

import "fmt"

type flat struct {
	a int8
	b int64
	c uint16
}
type mixed struct {
	s string
	f float64
	i any
	p *int
	_ int
}
type nested struct {
	m [2]mixed
	c chan int
}

func eq(a, b any) bool { return a == b }

func main() {
	var zero float64
	nan := zero / zero
	x, y := 1, 1
	f1, f2 := flat{1, 2, 3}, flat{1, 2, 3}
	fmt.Println(f1 == f2, f1 != flat{1, 2, 4}, eq(f1, f2))
	m1, m2 := mixed{"s", 0, 1, &x, 0}, mixed{"s", -zero, 1, &x, 0}
	fmt.Println(m1 == m2, eq(m1, m2), m1 == mixed{"s", 0, 1, &y, 0}, m1 == mixed{"s", 0, int8(1), &x, 0})
	m1.f = nan
	fmt.Println(m1 == m1, eq(m1, m1))
	c := make(chan int)
	n1, n2 := nested{c: c}, nested{c: c}
	n2.m[1].s = "x"
	fmt.Println(n1 == n2, n1 == nested{c: c}, n1 == nested{})
	fmt.Println([0]int{} == [0]int{}, [3]string{"a"} == [3]string{"a", "", ""}, [2]float64{nan} == [2]float64{nan})
	var e1, e2 error
	var s fmt.Stringer
	fmt.Println(e1 == e2, e1 == nil, s == nil, any(e1) == any(s))
	var pn *int
	fmt.Println(any(pn) == nil, any(pn) == any((*int)(nil)), any(pn) == any((*int8)(nil)))
	fmt.Println(eq(1, 1), eq(1, 1.0), eq("a", "a"), eq(nil, nil), eq('a', int32(97)), eq(uint8(1), byte(1)))
	fmt.Println(eq(struct{ a int }{1}, struct{ a int }{1}), eq([1]any{1}, [1]any{1}), eq([1]any{1}, [1]any{"1"}))
	long := make([]byte, 1000)
	l1, l2 := string(long), string(long)
	long[999] = 1
	fmt.Println(l1 == l2, l1 < string(long), l1 >= string(long), l1[:999] == string(long[:999]))
	big1, big2 := [100]int{50: 1}, [100]int{50: 1}
	fmt.Println(big1 == big2, big1 == [100]int{})
	t, f := true, false
	fmt.Println(t == f, t != f, 1i == 1i, 2.5 == 5/2.0, "é" < "z", "" == "")
	type alias = flat
	fmt.Println(alias{1, 2, 3} == f1, eq(alias{}, flat{}))
	var i8 int8 = -1
	var u8 uint8 = 255
	fmt.Println(i8 < 0, u8 > 127, uint8(i8) == u8, int(i8) < int(u8), uint64(i8) > uint64(u8))
}
