package main

// Elements of arrays that are passed and returned by value; objects too large for a frame.

type couple [2]*int

//go:noinline
func join(a, b *int) couple { return couple{a, b} }

//go:noinline
func swap(c couple) couple { return couple{c[1], c[0]} }

//go:noinline
func swapTwice(a, b *int) couple { return swap(swap(join(a, b))) }

func secondOfTwo() {
	a, b := six, six+1
	c := swapTwice(&a, &b)
	total += *c[0]
	keptPtr = c[1]
}

//go:noinline
func replaceFirst(c couple, p *int) *int {
	c[0] = p
	return c[1]
}

func replaced() {
	a, b, c := six, six+1, six+2
	keptPtr = replaceFirst(couple{&a, &b}, &c)
}

//go:noinline
func storeInNewArrays(p, q *int) int {
	small := new([8]*int)
	small[six&7] = p
	large := new([70000]*int)
	large[six] = q
	return *small[six&7] + *large[six]
}

type smallStruct struct {
	p     *int
	space [8]int32
}

type largeStruct struct {
	p     *int
	space [70000]int32
}

//go:noinline
func storeInNewStructs(p, q *int) int {
	small := new(smallStruct)
	small.p = p
	small.space[six] = 1
	large := new(largeStruct)
	large.p = q
	large.space[six*1000] = 1
	return *small.p + *large.p
}

//go:noinline
func storeInSlices(p, q *int) int {
	small := make([]*int, 8)
	small[six] = p
	large := make([]*int, 70000)
	large[six] = q
	return *small[six] + *large[six]
}

func main() {
	measure([]remark{
		{"escape_array.go:35", 1, secondOfTwo, "the elements of an array that callees return are told apart: only the second is kept"},
		{"escape_array.go:48", 1, replaced, "the elements of an array parameter are told apart: what is stored in one is not returned with the other"},
		{"escape_array.go:90", 2, func() { a, b := six, six+1; total = storeInNewArrays(&a, &b) }, "a pointer stored in a new local array does not leak"},
		{"escape_array.go:108", 2, func() { a, b := six, six+1; total = storeInNewStructs(&a, &b) }, "a pointer stored in a new local struct does not leak"},
		{"escape_array.go:116", 2, func() { a, b := six, six+1; total = storeInSlices(&a, &b) }, "a pointer stored in a local slice does not leak"},
	})
}
