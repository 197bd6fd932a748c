package main

func a(x int) int {
	if x > 0 {
		return 1
	} else {
		panic(1)
	}
}
func b(x int) int {
	for {
		if x > 0 {
			break
		}
	}
}
func c(x int) int {
L:
	for {
		for {
			break L
		}
	}
}
func d(x int) int {
	switch x {
	case 1:
		return 1
	}
}
func e(x int) int {
	switch x {
	case 1:
		fallthrough
	default:
		return 1
	}
}
func f(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		break
	}
}
func g(c chan int) int {
	select {
	case <-c:
		return 1
	}
}
func h(c chan int) int {
	select {
	case <-c:
		break
	}
}
func i() int {
	{
		goto L
	}
L:
	return 1
	;
}
func j() int {
	panic := func(int) {}
	panic(1)
}
func k() int { for range 3 { return 1 } }
func l() int { for true { } }
func m() (x int) { (panic("x")); }
func n() int { select {} }
func o(x int) int { if x > 0 { return 1 } }
var _ = func() int { }
func main() {}
