package p

func _() {
	select { x: }
}

func _() {
	else {}
}

func _() {
	a, b
}

func _() {
	a, b += 1
}

func _() {
	x y
}

func _() {
	x := f(1, 2
	y)
}

func _() {
	x = []int{1, 2
	}
}

func _() {
	L: }
}

func _() {
	go (f())
}

func _() {
	defer (g)()
}

func _() {
	func g() {}
}

func _() {
	var = 1
}

func _() {
	f(a...b)
}

func _() {
	x[1:2:]
}

func _() {
	x[::1]
}

func _() {
	x[]
}

func _() {
	x[1,:]
}

func _() {
	x[1 2]
}

func _() {
	x.
}

func _() {
	x.(
}

func _() {
	defer
}

func _() {
	~x
}

func _() {
	if x { } else x
}

func _() {
	return 1,
}

func _() {
	for x := range {
	}
}

func _() {
	struct{}{}
}

func _() {
	if T{} == x {}
	}
}

func _() {
	for var i = 0; i < 1; i++ {}
}

func _() {
	for x y {}
}

func _() {
	for i = 0
	{}
}

func _() {
	switch x
	{
}

func _() {
	switch { x = 1 }
}

func _() {
	switch { case 1: case 2, : default }
}

func _() {
	select { case x }
}

func _() {
	select x { }
}

func _() {
	if x := 1; y := 2 {}
}

func _() {
	if x++ {}
}

func _() {
	if x <- 1 {}
}

func _() {
	if x += 2 {}
}

func _() {
	if x == 1 

 y = 2 {}
}

func _() {
	(x) := 1
}

func _() {
	L: M: }
}

func _() {
	goto
}

func _() {
	goto 1
}

func _() {
	break 1
}

func _() {
	x = (1, 2)
}

func _() {
	x = func() { return
}

func _() {
	_ = [3 int{}
}

func _() {
	_ = map[string int{}
}

func _() {
	_ = map string{}
}

func _() {
	_ = chan
}

func _() {
	_ = <-chan
}

func _() {
	_ = <-<-chan int(x)
}

func _() {
	_ = (T){1}
}

func _() {
	_ = struct{ x int y int }{}
}

func _() {
	_ = interface{ m() int n() }(x)
}

func _() {
	type
}

func _() {
	const x y z
}

func _() {
	var x, int
}

func _() {
	import "x"
}

func _() {
	case 1:
}

func _() {
	default:
}

func _() {
	}
}

func _() {
	]
}
