// The texts of failed type assertions and comparisons.
package main

import (
	"fmt"
	"runtime"
)

type stringer interface{ String() string }
type both interface {
	stringer
	Len() int
}
type named string

func (n named) String() string { return string(n) }

type ptr struct{}

func (*ptr) String() string { return "ptr" }

func try(name string, f func()) {
	defer func() {
		e := recover()
		_, rt := e.(runtime.Error)
		_, ta := e.(*runtime.TypeAssertionError)
		fmt.Println(name, "->", e, rt, ta)
	}()
	f()
}

func main() {
	var e any = 5
	var none any
	var s stringer = named("n")
	var nils stringer
	try("concrete", func() { _ = e.(string) })
	try("concrete nil", func() { _ = none.(string) })
	try("interface", func() { _ = e.(stringer) })
	try("interface nil", func() { _ = none.(stringer) })
	try("from stringer", func() { _ = s.(both) })
	try("from nil stringer", func() { _ = nils.(both) })
	try("stringer to concrete", func() { _ = s.(*ptr) })
	try("nil stringer to concrete", func() { _ = nils.(named) })
	try("pointer receiver", func() { _ = any(ptr{}).(stringer) })
	try("anonymous", func() { _ = e.(interface{ Foo(int) string }) })
	try("slice", func() { _ = any([]int{}).([]string) })
	try("func", func() { _ = any(func(int) {}).(func()) })
	try("map", func() { _ = any(map[string]int{}).(map[string]any) })
	try("struct", func() { _ = any(struct{ a int }{}).(struct{ b int }) })
	try("chan", func() { _ = any(make(chan int)).(<-chan int) })
	try("array", func() { _ = any([2]int{}).([3]int) })
	try("error", func() { _ = e.(error) })
	try("compare slices", func() { _ = any([]int{}) == any([]int{}) })
	try("compare maps", func() { _ = any(map[int]int{}) == any(map[int]int{}) })
	try("compare funcs", func() { _ = any(try) == any(try) })
	try("compare structs", func() {
		type t struct {
			a int
			b any
		}
		_ = t{1, []int{}} == t{1, []int{}}
	})
	try("different first", func() { fmt.Print(any([]int{}) == any(1), " ") })
	try("compare arrays", func() { fmt.Print(any([1]func(){}) == any([1]func(){})) })
	try("ok", func() { fmt.Print(s.(named), " ") })
}
