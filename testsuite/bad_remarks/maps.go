package main

// Keys and values of local maps.

func both() {
	m := make(map[*int]*int)
	k, v := six, six+1
	m[&k] = &v
	total += *m[&k]
}

//go:noinline
func valueKept() *int {
	m := make(map[*int]*int)
	k, v := six, six+1
	m[&k] = &v
	return m[&k]
}

//go:noinline
func keysKept() []*int {
	m := make(map[*int]*int)
	k, v := six, six+1
	m[&k] = &v
	var keys []*int
	for p := range m {
		keys = append(keys, p)
	}
	return keys
}

//go:noinline
func valuesKept() []*int {
	m := make(map[*int]*int)
	k, v := six, six+1
	m[&k] = &v
	var values []*int
	for p, q := range m {
		if p != nil {
			values = append(values, q)
		}
	}
	return values
}

func literalBoth() {
	k, v := six, six+1
	m := map[*int]*int{&k: &v}
	total += *m[&k]
}

//go:noinline
func literalValueKept() *int {
	k, v := six, six+1
	m := map[*int]*int{&k: &v}
	return m[nil]
}

var keptList []*int

func main() {
	measure([]remark{
		{"escape_map.go:15", 1, both, "a key of a local map does not escape (the value may)"},
		{"escape_map.go:17", 0, both, "nor does the value"},
		{"escape_map.go:25", 1, func() { keptPtr = valueKept() }, "a key does not escape when only a value is returned"},
		{"escape_map.go:43", 2, func() { keptList = keysKept() }, "a value does not escape when only keys are returned"},
		{"escape_map.go:55", 2, func() { keptList = valuesKept() }, "a key does not escape when values are returned from a loop over both"},
		{"escape_map.go:86", 1, literalBoth, "a key of a map literal does not escape (the value may)"},
		{"escape_map.go:88", 0, literalBoth, "nor does the value"},
		{"escape_map.go:102", 1, func() { keptPtr = literalValueKept() }, "a key of a map literal does not escape when only a value is returned"},
	})
}
