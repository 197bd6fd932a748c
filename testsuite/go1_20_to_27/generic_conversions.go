// Conversions between instances with identical underlying types, function types, and type parameters with core types.
package main

import "fmt"

type A[T any] struct {
	V T `json:"v"`
	N int
}
type B[T any] struct {
	V T
	N int `xml:"n"`
}
type Seq[T any] func(func(T) bool)
type Handler[In, Out any] func(In) Out
type Slice[T any] []T
type Other[T any] []T
type Chan[T any] chan T

func (s Slice[T]) Len() int             { return len(s) }
func (h Handler[I, O]) Call(i I) (o O)  { return h(i) }

func cast[To, From ~[]E, E any](x From) To { return To(x) }

func wrap[T any](f func(T) T) Handler[T, T] { return f }

func elems[S ~[]E, E any](s S) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = x
	}
	return out
}

func toArray[T any](s []T) (a [2]T, p *[2]T) { return [2]T(s), (*[2]T)(s) }

func ifaces[T fmt.Stringer](xs []T) (out []fmt.Stringer) {
	for _, x := range xs {
		out = append(out, x)
	}
	return
}

type id int

func (i id) String() string { return fmt.Sprintf("id%d", int(i)) }

func main() {
	a := A[string]{"x", 1}
	b := B[string](a)
	c := struct {
		V string
		N int
	}(b)
	pb := (*B[string])(&a)
	pb.N = 5
	fmt.Println(a, b, c, *pb)
	s := Slice[int]{1, 2, 3}
	o := Other[int](s)
	o[0] = 9
	fmt.Println(s.Len(), s, Slice[int](o).Len(), cast[Slice[int]](o).Len())
	fmt.Println(wrap(func(n int) int { return n + 1 }).Call(4), Handler[string, int](func(s string) int { return len(s) }).Call("abc"))
	fmt.Println(elems(s), elems([]string{"q"}), ifaces([]id{1, 2}))
	arr, ptr := toArray(s)
	ptr[1] = 77
	fmt.Println(arr, s)
	ch := Chan[id](make(chan id, 1))
	var send chan<- id = ch
	send <- 3
	fmt.Println(<-(<-chan id)(ch))
	var seq Seq[int] = func(y func(int) bool) { y(1) }
	for x := range (func(func(int) bool))(seq) {
		fmt.Println(x)
	}
	type local A[string]
	fmt.Printf("%+v %T\n", local(a), local(b))
}
