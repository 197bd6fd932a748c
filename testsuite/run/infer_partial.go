package main

import "fmt"

func apply(f func(int) string, g func(string, int)) { fmt.Println(f(3)); g("a", 2) }
func conv[P, Q any](p P) Q   { var q Q; fmt.Printf("%T %T\n", p, q); return q }
func two[P, Q any](p P, q Q) { fmt.Println(p, q) }
func last[T any](x ...T) T   { return x[len(x)-1] }

type X struct{}

func (X) M() int { return 42 }
func CallM2[T interface {
	X
	M() R
}, R any](t T) R {
	return t.M()
}

func main() {
	apply(conv[int], two[string])
	apply(conv, two)
	fmt.Println(CallM2(X{}))
	a := make(chan int, 1)
	var b <-chan int = a
	fmt.Printf("%T\n", last(a, b))
}
