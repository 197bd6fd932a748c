// Keys of promoted fields (1.27) in package-level variables, nested literals, generic types and through pointers' absence.
package main

import "fmt"

type Pos struct{ Line, Col int }
type Base[T any] struct {
	Pos
	Data T
}
type Node struct {
	Base[string]
	Kids []*Node
	Meta map[string]Base[int]
}

var root = Node{Line: 1, Data: "root", Kids: []*Node{
	{Line: 2, Col: 3, Data: "left"},
	{Base: Base[string]{Col: 4, Data: "right"}, Meta: map[string]Base[int]{"k": {Line: 9, Data: 8}}},
}}

var table = [...]Base[float64]{{Line: 1, Data: 0.5}, {Pos: Pos{2, 3}}, {Col: 7}}

var pointer = &Base[[]int]{Col: 1, Data: []int{1, 2}}

func build[T any](line int, v T) (b Base[T]) {
	b = Base[T]{Line: line, Data: v}
	c := struct {
		Base[T]
		extra bool
	}{Col: b.Line * 2, Data: v, extra: true}
	b.Col = c.Col
	return
}

type wide struct {
	Base[[9]int]
	tail string
}

func main() {
	fmt.Printf("%+v\n", root.Base)
	for _, k := range root.Kids {
		fmt.Printf("%+v %v\n", k.Base, k.Meta)
	}
	fmt.Printf("%+v\n%+v\n", table, *pointer)
	fmt.Printf("%+v %+v\n", build(5, "s"), build[any](6, nil))
	w := wide{Line: 1, Data: [9]int{8: 2}, tail: "t"}
	x := &wide{Data: w.Data, Col: w.Line}
	x.Data[0] = 5
	fmt.Printf("%+v %+v\n", w, *x)
	fmt.Println(wide{Line: 1} == wide{Base: Base[[9]int]{Pos: Pos{Line: 1}}})
}
