package main

import "fmt"

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func Map[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) { l.head = &node[T]{v, l.head}; l.n++ }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

type Stringer interface{ String() string }
type I int

func (i I) String() string { return fmt.Sprint("I", int(i)) }
func Join[T Stringer](xs []T) (s string) {
	for _, x := range xs {
		s += x.String()
	}
	return
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v=%v", p.Key, p.Val) }

func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func Ptr[T any](v T) *T { return &v }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5))
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i * 2) }))
	var l List[string]
	l.Push("a")
	l.Push("b")
	l.Each(func(s string) { fmt.Print(s, " ") })
	fmt.Println(l.n)
	fmt.Println(Join([]I{1, 2}))
	var st fmt.Stringer = Pair[string, int]{"k", 1}
	fmt.Println(st, Pair[int, bool]{3, true})
	fmt.Printf("%T %T\n", l, st)
	fmt.Println(Keys(map[string]int{"a": 1}), *Ptr(7))
	f := Sum[int]
	fmt.Println(f(4, 5))
	g := l.Push
	g("z")
	fmt.Println(l.n)
	h := (*List[string]).Push
	h(&l, "q")
	fmt.Println(l.n, l.head.v)
}
