// -m=2
package main

var sink any

func a() {
	var f func(p *int) *int
	f = func(p *int) *int {
		if p == nil {
			return f(p)
		}
		return p
	}
	x := 1
	f(&x)
}
func b() {
	var f func(p *int)
	f = func(p *int) {}
	x := 1
	f(&x)
}
func c() {
	var n int
	n = 5
	s := make([]int, n)
	_ = s
	var i any
	i = n
	_ = i
}
func d(q bool) {
	var f func(p *int)
	if q {
		f = func(p *int) {}
	}
	x := 1
	f(&x)
}

func main() {}
