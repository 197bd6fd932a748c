package main

// Pointers stored into local objects, slices and maps.

type tree struct{ left, right *tree }
type holder struct {
	p    *int
	list []*int
	inner struct{ q *int }
}

//go:noinline
func total(h *holder) int { return *h.p + *h.inner.q }

func field() {
	a, b := seven, 2
	h := &holder{p: &a}
	h.inner.q = &b
	sinkInt = total(h)
}

func localSlice() {
	a, b := seven, 2
	s := make([]*int, 2)
	s[0], s[1] = &a, &b
	sinkInt = *s[0] + *s[1]
}

func localMap() {
	a := seven
	m := map[string]*int{"a": &a}
	sinkInt = *m["a"]
}

func appended() {
	a, b := seven, 2
	var s []*int
	s = append(s, &a, &b)
	sinkInt = *s[0] + *s[1]
}

func linked() {
	root := &tree{}
	root.left = &tree{}
	root.left.right = &tree{}
	if root.left.right != nil {
		sinkInt++
	}
}

//go:noinline
func link(parent, child *tree) { parent.left = child }

func linkedByCallee() {
	a, b := &tree{}, &tree{}
	link(a, b)
	if a.left == b {
		sinkInt++
	}
}

func pointerToPointer() {
	a := seven
	p := &a
	pp := &p
	*pp = &a
	sinkInt = **pp
}

func array() {
	a := seven
	var arr [4]*int
	arr[seven&3] = &a
	sinkInt = *arr[3]
}

var global holder

func needsGlobalField() {
	a := seven
	global.p = &a
}

var table = map[string]*int{}
var list []*int

func needsMapValue() {
	a := seven
	table["a"] = &a
	clobber(3)
	verify(*table["a"] == 7)
}

func needsAppended() {
	a := seven
	list = append(list[:0], &a)
	clobber(3)
	verify(*list[0] == 7)
}

// A local object leads to a global one.
func needsChain() {
	a := seven
	h := &global
	hh := &h
	(*hh).inner.q = &a
	clobber(3)
	verify(*global.inner.q == 7)
}

func main() {
	measure([]gauntletCase{
		{"field_of_local", 0, field},
		{"element_of_local_slice", 0, localSlice},
		{"value_of_local_map", 0, localMap},
		{"appended_to_local", 0, appended},
		{"linked_locals", 0, linked},
		{"linked_by_callee", 0, linkedByCallee},
		{"pointer_to_pointer", 0, pointerToPointer},
		{"element_of_array", 0, array},
		{"needs_global_field", 1, needsGlobalField},
		{"needs_map_value", 1, needsMapValue},
		{"needs_appended", 1, needsAppended},
		{"needs_chain", 1, needsChain},
	})
}
