// %v, %+v, %#v and %T of composite values.
package main

import (
	"errors"
	"fmt"
)

type point struct{ X, Y int }
type inner struct {
	P    *point
	List []string
	M    map[string]int
	Any  any
	Err  error
	F    func()
}
type named []int
type level uint8
type wrapper struct {
	point
	name string
}
type str string

func main() {
	values := []any{
		nil, true, 1, int8(-1), uint(7), uintptr(9), 1.5, float32(2), 2i, "s", 'x', byte(1),
		[]int{1, 2}, []int(nil), []string{"a", "b c"}, []any{1, "x", nil}, []byte("hi"), []byte(nil), [3]bool{true}, [2]byte{1, 2},
		map[string]int{"b": 2, "a": 1}, map[int]bool{}, map[string]int(nil), map[point]string{{2, 1}: "x", {1, 2}: "y"},
		point{1, -2}, struct{}{}, struct {
			A int
			b string
		}{1, "q"},
		inner{}, inner{List: []string{"l"}, M: map[string]int{"k": 1}, Any: 5, Err: errors.New("e")},
		named{1}, named(nil), level(3), wrapper{point{1, 2}, "w"}, str("str"), []str{"p", "q"}, [][]int{{1}, {2, 3}},
		&point{3, 4}, &[]int{1}, &map[string]int{"z": 26}, &[2]int{5, 6}, []error{errors.New("in slice")},
		[]point{{1, 2}, {3, 4}}, map[string][]int{"x": {1}}, errors.New("plain"), (*int)(nil), []*int{nil}, (func())(nil), (chan int)(nil), error(nil),
		[]level{1, 2}, []float64{1, 2.5, 1e30}, []any(nil), map[any]any{3: "a", 1: 2, 2: nil},
	}
	for _, v := range values {
		fmt.Printf("%v | %+v | %T\n", v, v, v)
	}
	for _, v := range values {
		switch v.(type) {
		case inner, error, []error:
			continue
		}
		fmt.Printf("%#v\n", v)
	}
	fmt.Printf("%d %x %s %q %5.1f %t\n", []int{1, 2}, []string{"ab", "c"}, []string{"a"}, []string{"x y"}, []float64{1, 2}, []bool{true})
	fmt.Printf("%d %v %s\n", point{1, 2}, []any{point{3, 4}}, point{5, 6})
	fmt.Printf("%x %X %s %d\n", [3]byte{1, 171, 255}, []byte{1, 171}, []byte("go"), []byte("go"))
	fmt.Printf("%6d|%-4v|%03d\n", []int{1, 2}, []int{3, 4}, map[string]int{"a": 5})
}
