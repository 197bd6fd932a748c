// Deferred calls whose variadic arguments become a slice when they are made; recover in what they call.
package main

import "fmt"

type E struct{ a, b, c int }

func rec(xs ...any) {
	fmt.Println("rec", recover(), len(xs))
}
func big(es ...E) [4]E { fmt.Println(es, recover()); return [4]E{} }
func gen[T any](xs ...T) (a, b, c T) { fmt.Println(xs, recover()); return }

type M struct{ n int }

func (m *M) V(xs ...string)  { fmt.Println(m.n, xs, recover()) }
func (m M) W(xs ...string) int { fmt.Println(m.n, xs, recover()); return 1 }

type I interface{ V(xs ...string) }

func two() (int, int) { return 1, 2 }

func ints(a int, xs ...int) { fmt.Println(a, xs, recover()); xs[0] = 9 }

func t(k int) {
	m := &M{k}
	var i I = m
	switch k {
	case 0:
		defer rec(1, "a")
	case 1:
		defer big(E{1, 2, 3}, E{4, 5, 6})
	case 2:
		defer gen("x", "y")
	case 3:
		defer m.V("a")
	case 4:
		defer m.W("b", "c")
	case 5:
		defer i.V("d")
	case 6:
		defer (*M).V(m, "e")
	case 7:
		defer ints(two())
	case 8:
		f := i.V
		defer f("g", "h")
	case 9:
		defer I.V(i, "j")
	case 10:
		defer rec()
	}
	panic(k)
}

func main() {
	for k := range 11 {
		t(k)
	}
}

