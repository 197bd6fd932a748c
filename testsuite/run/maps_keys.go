// Map keys of every comparable kind: interfaces, NaN, arrays, structs, pointers, channels.
package main

import "fmt"

type id struct {
	name string
	n    int
	sub  [2]any
}

type shape interface{ sides() int }
type tri struct{ a int }

func (tri) sides() int { return 3 }

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func main() {
	m := map[any]string{
		1: "int", int64(1): "int64", 1.0: "float", "1": "string", true: "bool", nil: "nil",
		'1': "rune", [1]int{1}: "array", struct{ x int }{1}: "struct", 1i: "complex",
	}
	fmt.Println(len(m), m[1], m[int64(1)], m[1.0], m["1"], m[true], m[nil], m['1'], m[[1]int{1}], m[struct{ x int }{1}], m[1i])
	_, ok := m[int8(1)]
	_, ok2 := m[struct{ y int }{1}]
	fmt.Println(ok, ok2)

	zero := 0.0
	nan := zero / zero
	f := map[float64]int{}
	for i := range 3 {
		f[nan] = i
	}
	_, ok = f[nan]
	delete(f, nan)
	fmt.Println(len(f), ok)
	total := 0
	for k, v := range f {
		if k != k {
			total += v
		}
	}
	clear(f)
	fmt.Println(total, len(f))

	ids := map[id]int{}
	ids[id{"a", 1, [2]any{1, "x"}}] = 5
	fmt.Println(ids[id{"a", 1, [2]any{1, "x"}}], ids[id{"a", 1, [2]any{1, "y"}}])

	a, b := 1, 1
	ptr := map[*int]string{&a: "a", &b: "b"}
	fmt.Println(ptr[&a], ptr[&b], len(ptr))
	c1, c2 := make(chan int), make(chan int)
	chans := map[chan int]int{c1: 1, c2: 2}
	fmt.Println(chans[c1], chans[c2], chans[nil])
	shapes := map[shape]int{tri{1}: 10, tri{2}: 20}
	shapes[tri{1}]++
	fmt.Println(shapes[tri{1}], len(shapes))

	try(func() { m[[]int{1}] = "slice" })
	try(func() { _ = m[map[int]int{}] })
	try(func() { delete(m, any(func() {})) })
	try(func() { ids[id{"z", 0, [2]any{[]int{}, nil}}]++ })
	try(func() { _ = map[any]int{}[[]string{}] })
	by := map[byte]int{}
	for _, c := range []byte("mississippi") {
		by[c]++
	}
	fmt.Println(by['s'], by['i'], by['p'], by['m'], len(by))
	bb := map[[2]bool]uint8{{true, false}: 1}
	bb[[2]bool{true, true}] |= 4
	fmt.Println(bb[[2]bool{true, false}], bb[[2]bool{true, true}])
}
