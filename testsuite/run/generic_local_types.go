package main

import "fmt"

func F[T any](v T) any {
	type L struct{ x T }
	return L{v}
}


func H[T any](v T) (func() T, int) {
	type pair struct {
		a T
		b int
	}
	p := pair{v, 2}
	ps := []pair{p, p}
	m := map[string]pair{"x": p}
	return func() T { return m["x"].a }, len(ps) + ps[1].b
}

func main() {
	fmt.Println(F(1), F("s"))
	fmt.Println(F(1) == F(1), F(1) == F("s"))
	f, n := H("q")
	fmt.Println(f(), n)
	g, k := H(1.5)
	fmt.Println(g(), k)
}
