// Generic functions as arguments, results and assigned values (1.21): inference in both directions.
package main

import (
	"fmt"
	"strconv"
)

func Map[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}

func Identity[T any](x T) T                     { return x }
func Pair[A, B any](a A, b B) string            { return fmt.Sprint(a, "/", b) }
func Fold[A, T any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}
func Add[N int | float64 | string](a, b N) N { return a + b }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func Len[S ~[]E, E any](s S) int { return len(s) }

type table struct {
	name string
	f    func(int, int) int
}

func pick(name string) func(float64) float64 {
	if name == "id" {
		return Identity
	}
	return func(x float64) float64 { return -x }
}

func main() {
	fmt.Println(Map([]int{1, 2}, Identity))
	fmt.Println(Fold([]int{1, 2, 3}, 10, Add))
	fmt.Println(Fold([]string{"a", "b"}, "", Add[string]))
	fmt.Println(Map([][]int{{1}, {2, 3}}, Len))
	var f func(string, bool) string = Pair
	fmt.Println(f("x", true))
	var g func(int) int
	g = Identity
	fmt.Println(g(4), pick("id")(1.5), pick("")(1.5))
	c := Compose(strconv.Itoa, Identity[string])
	fmt.Println(c(42) + "!")
	d := Compose(Identity[int], strconv.Itoa)
	fmt.Printf("%q\n", d(7))
	t := []table{{"add", Add}, {"first", func(a, b int) int { return a }}}
	for _, e := range t {
		fmt.Println(e.name, e.f(3, 4))
	}
	m := map[string]func(float64, float64) float64{"add": Add}
	fmt.Println(m["add"](0.5, 1))
	ch := make(chan func([]int) int, 1)
	ch <- Len
	fmt.Println((<-ch)([]int{1, 2, 3}))
}
