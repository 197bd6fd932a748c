// -m -l
package main

func d(q bool) {
	var f func(p *int)
	if q {
		f = func(p *int) {}
	} else {
		f = func(p *int) { println(p) }
	}
	x := 1
	f(&x)
}
func e(q bool) {
	f := func(p *int) {}
	if q {
		f = nil
	}
	x := 1
	f(&x)
}
func g0(p *int) {}
func g(q bool) {
	var f func(p *int)
	if q {
		f = g0
	}
	x := 1
	f(&x)
}
func h(q bool) {
	var f func(p *int)
	h := &f
	f = func(p *int) {}
	_ = h
	x := 1
	f(&x)
}
func i(q bool) {
	var f func(p *int)
	defer func() { f = nil }()
	f = func(p *int) {}
	x := 1
	f(&x)
}
func j(q bool) (f func(p *int)) {
	f = func(p *int) {}
	x := 1
	f(&x)
	return
}

func main() {}
