// Package testing/quick: with the same seed it tries the same values.
package main

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing/quick"
)

type point struct {
	X, Y int8
	Name string
	P    *uint16
	M    map[int8]bool
	S    []float32
	A    [2]complex64
}

type even int

func (even) Generate(r *rand.Rand, size int) reflect.Value {
	return reflect.ValueOf(even(r.Intn(size) * 2))
}

func main() {
	r := func() *rand.Rand { return rand.New(rand.NewSource(7)) }
	for _, x := range []any{0, int8(0), uint64(0), 0.5, float32(0), "", false, complex(1, 1), []int{}, map[string]uint8{}, [3]bool{}, point{}, even(0), new(int), struct{}{}} {
		v, ok := quick.Value(reflect.TypeOf(x), r())
		if !ok {
			fmt.Println("no", x)
			continue
		}
		if v.Kind() == reflect.Pointer || v.Kind() == reflect.Struct && v.NumField() > 3 {
			if v.Kind() == reflect.Struct {
				fmt.Printf("%v %v %+q %v %v\n", v.Field(0), v.Field(1), v.Field(2), v.Field(4), v.Field(5))
			} else {
				fmt.Println(v.Elem())
			}
			continue
		}
		fmt.Printf("%+v\n", v)
	}
	_, ok := quick.Value(reflect.TypeOf(make(chan int)), r())
	fmt.Println(ok)
	c := &quick.Config{Rand: r()}
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, c))
	fmt.Println(quick.Check(func(a uint8) bool { return a < 200 }, c))
	fmt.Println(quick.Check(func(e even) bool { return e%2 == 0 }, c))
	fmt.Println(quick.CheckEqual(func(a int16) int16 { return a }, func(a int16) int16 { return a &^ 1 }, c))
	fmt.Println(quick.CheckEqual(func(a int) int { return a * 2 }, func(a int) int { return a << 1 }, c))
	n := 0
	quick.Check(func(a int) bool { n++; return true }, &quick.Config{MaxCount: 17})
	quick.Check(func(a int) bool { n++; return true }, &quick.Config{MaxCountScale: 0.5})
	quick.Check(func(a int) bool { n++; return true }, nil)
	fmt.Println(n)
	fmt.Println(quick.Check(func(a, b int) bool { return a == 1 && b == 2 }, &quick.Config{Values: func(v []reflect.Value, r *rand.Rand) { v[0], v[1] = reflect.ValueOf(1), reflect.ValueOf(2) }}))
	fmt.Println(quick.Check(5, nil), quick.Check(func() {}, nil), quick.Check(func() int { return 1 }, nil), quick.Check(func(chan int) bool { return true }, nil), quick.CheckEqual(1, 2, nil), quick.CheckEqual(func() {}, 2, nil), quick.CheckEqual(func() {}, func(int) {}, nil))
}
