// -m | -m=2 | -m=2 -l any order
package main

func each(f func(int) bool) {
	for i := 0; i < 3; i++ {
		if !f(i) {
			return
		}
	}
}

var ext func(yield func(int, string) bool)

func a() {
	for i := range each {
		println(i)
	}
}

func b() int {
	for i := range each {
		if i == 1 {
			return i
		}
		if i == 2 {
			continue
		}
		if i == 3 {
			break
		}
		println(i)
	}
	return 0
}

func c() (x int, err error) {
	for i, s := range ext {
		x = i
		println(s)
		if i > 3 {
			return 3, nil
		}
		if i > 4 {
			return
		}
	}
	return
}

func d() {
outer:
	for i := range each {
		for j := range each {
			if j == 2 {
				continue outer
			}
			if j == 3 {
				break outer
			}
			for k := 0; k < 2; k++ {
				if k == 1 {
					break
				}
				continue outer
			}
			println(i, j)
		}
	}
}

func e() {
	var p *int
	for *p = range each {
	}
	var k int
	for k = range each {
		f := func() int { return k }
		println(f())
		for _ = range each {
			goto done
		}
	}
done:
}

func g() func() {
	for i, _ := range ext {
		return func() { println(i) }
	}
	return nil
}

func h() {
	f := func() int {
		for i := range each {
			return i
		}
		return 0
	}
	println(f())
	for i := range each {
		x := func() { println(i) }
		x()
		for j := range each {
			println(j)
		}
	}
	for i := range each {
		func() {
			for j := range each {
				println(i + j)
			}
		}()
	}
}
func main() {
	a()
	b()
	c()
	d()
	e()
	g()
	h()
}
