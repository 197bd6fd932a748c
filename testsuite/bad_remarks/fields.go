package main

// Fields of local structs, in one of which a pointer is kept.

type links struct {
	a, b *int
	arr  [2]*int
}

type outer struct{ in links }

func otherField() {
	n := six
	var x links
	x.a = &n
	keptPtr = x.b
	total += *x.a
}

func otherElement() {
	n := six
	var x links
	x.arr[0] = &n
	keptPtr = x.arr[1]
	total += *x.arr[0]
}

//go:noinline
func keepB(x *links) { keptPtr = x.b }

func parameterOtherField() {
	m, n := six, six+1
	x := links{a: &m, b: &n}
	keepB(&x)
	total += *x.a
}

func calleeOtherField() {
	n := six
	var x links
	x.a = &n
	keepB(&x)
	total += *x.a
}

func copies() {
	n := six
	var o outer
	o.in.a = &n
	x := o.in
	var p outer
	p.in = x
	keptPtr = p.in.b
	total += *p.in.a
}

func literal() {
	n := six
	x := links{a: &n}
	keptPtr = x.b
	total += *x.a
}

func pointerToLiteral() {
	n := six
	x := &links{a: &n}
	keptPtr = x.b
	total += *x.a
}

//go:noinline
func size(v any) int {
	if x, ok := v.(links); ok {
		return *x.a
	}
	return 0
}

func throughInterface() {
	n := six
	var x links
	x.a = &n
	var v any = x
	y := v.(links)
	keptPtr = y.b
	total += size(v)
}

func failedAssertion() {
	n := six
	var x links
	x.a = &n
	var v any = x
	y, ok := v.(outer)
	keptPtr = y.in.a
	if !ok {
		total += size(v)
	}
}

func main() {
	measure([]remark{
		{"escape_field.go:33", 0, otherField, "a pointer in one field does not escape with the other field"},
		{"escape_field.go:56", 0, otherElement, "a pointer in one element of an array field does not escape with the other element"},
		{"escape_field.go:61", 1, parameterOtherField, "a callee that keeps one field of its parameter does not leak the other"},
		{"escape_field.go:69", 0, calleeOtherField, "a field that a callee does not keep does not escape"},
		{"escape_field.go:107", 0, copies, "fields are told apart after copies of structs in structs"},
		{"escape_field.go:123", 0, literal, "fields of a struct literal are told apart"},
		{"escape_field.go:136", 0, pointerToLiteral, "fields behind a pointer to a literal are told apart"},
		{"escape_field.go:150", 0, throughInterface, "fields are told apart after a conversion to an interface and back"},
		{"escape_field.go:169", 0, failedAssertion, "a failed type assertion gives no pointer"},
	})
}
