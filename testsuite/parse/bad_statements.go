package p

func f() {
	if x {
	if {}
	}
	if x; {}
	if x
	{}
	if x = 1 {}
	if x := 1 {}
	if x = a + b {}
	if var x = 1; x {}
	for i := 0; i < 10 {}
	for i := 0; i < 10; i := 1 {}
	for i := 0 {}
	for i := 0; {}
	switch x = 1 {}
	switch x
	{
	case 1:
	foo:
	}
	select { x: }
	else {}
	a, b
	a, b += 1
	x y
	x := f(1, 2
	y)
	x = []int{1, 2
	}
	L: }
	go (f())
	func g() {}
	var = 1
	f(a...b)
	x[1:2:]
	x[::1]
	x[]
	x.
	x.(
	defer
	~x
	if x { } else x
	return 1,
	for x := range {
	}
	struct{}{}
	if T{} == x {}
}
)
