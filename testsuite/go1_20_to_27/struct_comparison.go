// Comparison of structs, arrays and interfaces stops at the first difference (specified since 1.20).
package main

import "fmt"

type mixed struct {
	n int
	v any
	s string
}

type pair[A, B comparable] struct {
	a A
	b B
}

func try(name string, f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	f, g := func() {}, []int{1}
	try("different before", func() bool { return mixed{1, f, "a"} == mixed{2, f, "a"} })
	try("equal before", func() bool { return mixed{1, f, "a"} == mixed{1, f, "b"} })
	try("types differ", func() bool { return mixed{1, f, "a"} == mixed{1, g, "a"} })
	try("nil", func() bool { return mixed{1, nil, "a"} == mixed{1, g, "a"} })
	try("array first", func() bool { return [2]any{1, f} == [2]any{2, f} })
	try("array second", func() bool { return [2]any{1, f} == [2]any{1, f} })
	try("nested", func() bool { return [2]mixed{{1, 1, "x"}, {2, g, ""}} == [2]mixed{{1, 1, "y"}, {2, g, ""}} })
	try("interfaces", func() bool { return any(mixed{1, g, ""}) == any(mixed{1, g, ""}) })
	try("interfaces differ", func() bool { return any(mixed{1, g, ""}) == any(mixed{3, g, ""}) })
	try("pairs", func() bool { return pair[int, any]{1, f} == pair[int, any]{2, f} })
	try("pairs of any", func() bool { return pair[any, int]{f, 1} == pair[any, int]{g, 1} })
	try("not equal", func() bool { return mixed{1, 2, "a"} != mixed{1, 2, "a"} })
	try("map key", func() bool { return map[any]bool{[1]any{1}: true}[[1]any{1}] })
	var e1, e2 error = fmt.Errorf("x"), fmt.Errorf("x")
	try("pointers", func() bool { return e1 == e2 })
	try("floats", func() bool { z := 0.0; return mixed{1, z / z, ""} == mixed{1, z / z, ""} })
}
