// A deferred call of recover itself: it acts for the function that deferred it when that ends normally.
package main

func mustNotRecover() {
	v := recover()
	if v != nil {
		println("spurious recover")
	}
}
func mustRecover(x interface{}) {
	v := recover()
	println(v == x, v == nil)
}

func test5() {
	defer mustNotRecover()
	defer func() {
		defer recover()
	}()
	panic(5)
}

func test6() {
	defer mustNotRecover()
	defer func() {
		defer recover()
		defer mustRecover(3)
		panic(3)
	}()
	panic(2)
}

func test7() {
	defer mustRecover(2)
	defer func() {
		defer mustRecover(3)
		defer recover()
		panic(3)
	}()
	panic(2)
}
func test8() {
	defer println("end")
	defer recover() // no effect: called by the panic directly, not by a deferred function
	panic(8)
}

func main() {
	println("5")
	test5()
	println("6")
	test6()
	println("7")
	test7()
	println("8")
	test8()
}
