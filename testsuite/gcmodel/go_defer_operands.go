// -m
package main

type T struct{ p *int }

func f(...*int)      {}
func g(*T)           {}
func h(T)            {}
func m(map[int]*int) {}
func s([]byte)       {}
func a(any)          {}
func i(int)          {}
func fp(func())      {}

var gp *int

func x(q *int, n int, st string) {
	defer g(&T{q})
	defer g(&T{new(int)})
	defer h(T{q})
	defer h(T{new(int)})
	defer m(map[int]*int{1: q})
	defer m(map[int]*int{})
	defer s([]byte(st))
	defer s(make([]byte, 3))
	defer s([]byte{1})
	defer s([]byte{byte(n)})
	defer a(n)
	defer a(3)
	defer a(T{})
	defer i(n + 1)
	defer i(len(st))
	defer f([]*int{q, new(int)}...)
	defer f(q, gp)
	defer fp(func() { gp = q })
	defer fp(func() {})
	defer g(new(T))
	defer g(new(*&T{q}))
	defer f(&n)
	defer i(*q)
	defer a(&T{q})
	defer a(q)
	defer s(nil)
}

func main() {}
