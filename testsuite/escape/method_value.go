// A method value that is only called needs no allocation; a returned one does.
package main

import "fmt"

type meter struct{ total int }

func (m *meter) add(n int) { m.total += n }

//go:noinline
func bind(m *meter) func(int) { return m.add }

func main() {
	var m meter
	f := m.add
	f(2)
	f(3)
	other := &meter{}
	g := bind(other)
	g(10)
	fmt.Println(m.total, other.total)
}
