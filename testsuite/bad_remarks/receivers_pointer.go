package main

// Structs of pointers behind pointer receivers.

type pair struct {
	p  *int
	pp **int
}

type triple struct {
	own pair
	ptr *pair
	ind **pair
}

//go:noinline
func (a *pair) first() *int { return a.p }

//go:noinline
func (a *pair) second() *int { return *a.pp }

//go:noinline
func (t *triple) pointer() *pair { return t.ptr }

//go:noinline
func (t *triple) firstByFields() *int { return t.ptr.p }

//go:noinline
func (t *triple) firstByMethod() *int { return t.ptr.first() }

//go:noinline
func (t *triple) firstByPointer() *int { return t.pointer().p }

//go:noinline
func (t *triple) firstByMethods() *int { return t.pointer().first() }

//go:noinline
func (t triple) secondByFields() *int { return *t.ptr.pp }

//go:noinline
func (t triple) secondByMethod() *int { return t.ptr.second() }

//go:noinline
func (t triple) secondByPointer() *int { return *t.pointer().pp }

//go:noinline
func (t triple) secondByMethods() *int { return t.pointer().second() }

func firstOfPair() {
	n := six
	p := &n
	a := &pair{p, &p}
	keptPtr = a.first()
	total += **a.pp
}

func firstByFields() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.firstByFields()
}

func firstByMethod() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.firstByMethod()
}

func firstByPointer() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.firstByPointer()
}

func firstByMethods() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.firstByMethods()
}

func secondByFields() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.secondByFields()
}

func secondByMethod() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.secondByMethod()
}

func secondByPointer() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.secondByPointer()
}

func secondByMethods() {
	a, b, c, d, e, f := six, six+1, six+2, six+3, six+4, six+5
	pb, pd, pf := &b, &d, &f
	own := pair{&a, &pb}
	ptr := &pair{&c, &pd}
	ind := &pair{&e, &pf}
	t := &triple{own, ptr, &ind}
	keptPtr = t.secondByMethods()
}

func main() {
	measure([]remark{
		{"escape_struct_param1.go:53", 1, firstOfPair, "a pointer's own address in the other field does not escape with the pointer"},
		{"escape_struct_param1.go:114", 1, firstByFields, "of six variables only the pointer behind a pointer field escapes, read by fields"},
		{"escape_struct_param1.go:132", 1, firstByMethod, "of six variables only the pointer behind a pointer field escapes, read by a method of the inner struct"},
		{"escape_struct_param1.go:150", 1, firstByPointer, "of six variables only the pointer behind a pointer field escapes, read from the inner struct that a method gives"},
		{"escape_struct_param1.go:168", 1, firstByMethods, "of six variables only the pointer behind a pointer field escapes, read by methods alone"},
		{"escape_struct_param1.go:202", 1, secondByFields, "of six variables only the pointer behind two pointers escapes, read by fields"},
		{"escape_struct_param1.go:220", 1, secondByMethod, "of six variables only the pointer behind two pointers escapes, read by a method of the inner struct"},
		{"escape_struct_param1.go:238", 1, secondByPointer, "of six variables only the pointer behind two pointers escapes, read from the inner struct that a method gives"},
		{"escape_struct_param1.go:256", 1, secondByMethods, "of six variables only the pointer behind two pointers escapes, read by methods alone"},
	})
}
