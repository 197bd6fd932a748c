package main

type MyInt int
type S struct{ a int }

func two() (int, string) { return 1, "a" }
func one() int           { return 1 }
func none()              {}
func take(a string, b int) {}
func tv(a ...int)        {}

func r1() (string, int) { return two() }
func r2() (string, int) {
	return two(), 1
}

var p1, p2 = 1, 2, 3
var q1, q2, q3 = 1, 2
var w1, w2 int = two()
var z1, z2 float64 = two()
const c1, c2 = 1
const c3 = 1, 2
const (
	d1, d2 = iota, iota
	d3
	d4, d5, d6
)

func main() {
	var m MyInt
	m()
	one()()
	var s S
	s()
	var a string
	var b string
	a, b = two()
	take(two())
	take()
	tv("a", 1.5)
	tv(two())
	x := none()
	var y = none()
	one
	x++
	var u int
	u++
	var v int
	v += 1
	var e1, e2 = two()
	f1, f2 := one()
	none() + 1
	_ = nil
	_ = none
	_ = none()
	var ff = nil
	gg := nil
	if x := 1; x {
	}
	for i := 0; i; i++ {
	}
	switch s {
	case 1:
	}
	switch m {
	case "a":
	case 1.5:
	case 1, 1:
	}
	switch {
	case 1:
	case m == 1:
	}
	var i interface{}
	switch t := i.(type) {
	case int, string:
	case int:
	}
	switch i.(type) {
	case none:
	case nil, nil:
	}
	i.(int).x = 1
	m.(int)
	_ = i.(interface{ M() }).(S)
	go one
	defer int(3)
	defer len("a")
	go func() {}
	var ch <-chan int
	ch <- 1
	<-m
	close(ch)
	close(m)
	for range ch {
	}
	for a, b := range ch {
	}
	for range m {
	}
	for range s {
	}
	for i, j := range 10 {
	}
	for i := range 1.5 {
	}
	for i = range 10 {
	}
	var arr [3]int
	arr[3] = 1
	arr[-1] = 1
	arr[1.5] = 1
	arr["a"] = 1
	_ = arr[2:1]
	_ = "abc"[5]
	_ = arr[1:2:1]
	_ = "abc"[1:2:3]
	_ = s[1]
	_ = m[1:2]
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 2}
	_ = []int{-1: 1}
	_ = map[string]int{1: 2}
	_ = map[[]int]int{}
	_ = struct{ a int }{1, a: 2}
	_ = S{a: 1, a: 2}
	_ = MyInt{}
	_ = &m.x
	_ = &1
	_ = *m
	_ = -a
	_ = !m
	_ = ^1.5
	_ = 1 << 1.5
	_ = 1.5 << 1
	_ = a << 1
	_ = 1 / 0
	_ = 1.0 / 0
	_ = m / 0
	_ = m % 1.5
	_ = a + 1
	_ = 1 + a
	_ = a && b
	_ = s == s
	_ = arr == nil
	_ = none == none
	_ = []int{} == []int{}
	_ = nil == nil
	_ = s < s
	_ = i < i
	_ = string(1.5)
	_ = int("a")
	_ = int(1.5)
	_ = byte(300)
	_ = []byte(1)
	_ = S(m)
	_ = (*int)(s)
	return 1
}
