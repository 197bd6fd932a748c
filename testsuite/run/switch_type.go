// Type switches: lists, nil, interfaces, bound variables, defaults anywhere.
package main

import (
	"errors"
	"fmt"
)

type shape interface{ area() int }
type square struct{ s int }
type rect struct{ w, h int }

func (q square) area() int { return q.s * q.s }
func (r *rect) area() int  { return r.w * r.h }

type celsius float64

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice of ", len(x))
	case map[string]int:
		return fmt.Sprint("map of ", len(x))
	case func() int:
		return fmt.Sprint("func giving ", x())
	case celsius:
		return fmt.Sprintf("celsius %.1f", float64(x))
	case shape:
		return fmt.Sprint("shape of ", x.area())
	default:
		return fmt.Sprintf("other %T", x)
	case error:
		return "error " + x.Error()
	case *int:
		return fmt.Sprint("pointer to ", *x)
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	case chan int:
		return fmt.Sprint("channel ", cap(x))
	case struct{ a int }:
		return fmt.Sprint("struct ", x.a)
	}
}

func main() {
	n := 42
	values := []any{
		nil, 1, int64(2), int32(3), "s", []int{1, 2}, map[string]int{"a": 1},
		func() int { return 9 }, celsius(36.6), 36.6, square{3}, &rect{2, 5}, rect{2, 5},
		errors.New("bad"), &n, [2]bool{false, true}, make(chan int, 4), struct{ a int }{7}, struct{ b int }{7},
	}
	for _, v := range values {
		fmt.Println(describe(v))
	}
	var s shape = square{4}
	switch s.(type) {
	case *rect:
		fmt.Println("rect")
	case square:
		fmt.Println("square")
	}
	switch s := s.(type) {
	case interface{ perimeter() int }:
		fmt.Println("has a perimeter", s.perimeter())
	case interface{ area() int }:
		fmt.Println("has an area", s.area())
	}
	var none shape
	switch none.(type) {
	case shape:
		fmt.Println("shape")
	case nil:
		fmt.Println("no shape")
	}
}
