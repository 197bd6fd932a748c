// When the iterator expression, the yielded values and the left sides of the range clause are evaluated.
package main

import "fmt"

func trace[T any](s string, v T) T { fmt.Print(s, " "); return v }

func seq(vs ...int) func(func(int, int) bool) {
	fmt.Print("made ")
	return func(yield func(int, int) bool) {
		fmt.Print("started ")
		for i, v := range vs {
			fmt.Print("(")
			ok := yield(i, v)
			fmt.Print(")", ok, " ")
			if !ok {
				break
			}
		}
		fmt.Print("ended ")
	}
}

type thing struct{ k, v int }

func (t *thing) self(s string) *thing { fmt.Print(s, " "); return t }

func main() {
	var t thing
	for t.self("K").k, t.self("V").v = range seq(trace("a", 1), trace("b", 2)) {
		fmt.Print(t)
	}
	fmt.Println()
	m := map[int]int{}
	for m[0], m[trace("key", 1)] = range seq(5, 6) {
	}
	fmt.Println(m)
	var p *thing
	func() {
		defer func() { fmt.Println(recover()) }()
		for p.k, t.v = range seq(1) {
		}
	}()
	s := make([]int, 2)
	func() {
		defer func() { fmt.Println(recover(), s) }()
		for s[0], s[t.v] = range seq(1, 2, 3) {
		}
	}()
	i := 0
	for i, s[i] = range seq(7, 8) {
	}
	fmt.Println(i, s)
	var f32 any
	var err error
	for f32, _ = range seq(3) {
	}
	for _, f32 = range seq(4) {
		break
	}
	fmt.Println(f32, err)
	for range seq() {
	}
	fmt.Println()
	func() {
		defer fmt.Println("end")
		for k := range seq(1, 2) {
			defer fmt.Print("defer", k, " ")
			continue
		}
	}()
}
