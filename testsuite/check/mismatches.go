package main

type I interface{ M() }
var pkgv int
func f(par int) (res int) {
	var a, b int
	var e any
	var i I
	var s []int
	a, b = "x", 1.5
	_, a = nil, "x"
	_, _ = 1, nil
	var c, d int = "x", 1.5
	var g, h = 1, nil
	k, l := nil, 1
	k, a := "a", "b"
	_ = e + 1
	_ = e == 1
	_ = i == 1
	_ = 1 == i
	_ = s == 1
	_ = 1 < s
	_ = s + 1
	_ = f + 1
	_ = &a + 1
	_ = &a == 1
	_ = 1 == &a
	_ = a + 1.5
	_ = a == 1.5
	_ = 1.5 == a
	_ = a + nil
	_ = nil + 1
	_ = a == nil
	_ = e == nil
	_ = s == nil
	_ = struct{}{} == 1
	_ = "a" == 1
	_ = true == 1
	_ = byte(1) + 300
	_ = map[string]int{}["a"] + "b"
	_ = a + e
	_ = s[1:2] + 1
	_ = s[1:2].x
	_ = s[0].x
	_ = f(1).x
	_ = (s)[1:].y
	s[1:2] = 1
	s[1:].x()
	f(1)()
	var t1 par
	var t2 res
	var t3 pkgv
	var t4 len
	var t5 nil
	var t6 a
	switch a { case float32(1): case byte(1): case pkgv + 1.5: case f(1).x: case pkgv, pkgv: case 1 + 1, 2: case -2, -2: case (3), 3:}
	switch e { case int(1), int(1): }
	append(twor())
	s = append(twor())
	_ = min(1, twor())
	s = append(s, twor())
	println(twor(), 1)
	go f
	a += "x"
	a <<= 1.5
	a %= 1.5
	e += 1
	var cc chan<- int
	for range cc {}
	for i := range cc {}
	for a, b = range 5 {}
	for i, j := range 5 {}
	for e = range s {}
	for pkgv, e = range "abc" {}
	for f = range s {}
	for i := range func() {} {}
	for i := range func(func(int) bool) {} { _ = i}
	for i := range func(func(int)) {} { _ = i}
	for i, j := range func(func(int) bool) {} { _ = i}
	return
}
func twor() ([]int, string) { return nil, "" }
func rr() (a int, err error) {
	if err := rr; err != nil { return }
	{ a := 1; return }
	return 1, 2, 3
	return nil, nil
	return "a", 1
	return twor()
	return rr()
}
func _() {
	type T = T
	type U U
	type V struct { v V }
	type W struct { w X }
	type X struct { x W }
}
