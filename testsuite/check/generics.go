package main

type Num interface{ ~int | ~float64 }
func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Sum[T Num](xs ...T) T { var z T; return z }
func Two[T any](a, b T) T { return a }
func Mk[T any]() T { var z T; return z }
type Pair[A, B any] struct { a A; b B }
func (p Pair[A, B]) First() A { return p.a }
func (p *Pair[X]) Bad() {}
func (p Pair) Bad2() {}
type L[T comparable] struct { next *L[T]; v T }
func Core[S ~[]E, E any](s S) E { return s[0] }
type St interface{ String() string }
func Show[T St](x T) string { return x.String() }
type MyInt int
func (MyInt) String() string { return "" }
func Cmp[T comparable](a, b T) bool { return a == b }
type G[T any] interface { M(T) }
type Alias[T any] = []T
func (x MyInt) Gen[P any](p P) P { return p }

func main() {
	_ = Map([]int{1}, func(x int) string { return "" })
	_ = Map([]int{1}, func(x string) string { return "" })
	_ = Sum("a")
	_ = Sum(1, 2.5)
	_ = Two(1, "a")
	_ = Two[int](1, "a")
	var i int; var s string
	_ = Two(i, s)
	_ = Mk()
	_ = Mk[int, int]()
	_ = Mk[int]
	_ = Mk
	var f func(int, int) int = Two
	var g func(int, string) int = Two
	_ = Pair[int]{}
	_ = Pair[int, int, int]{}
	_ = Pair{}
	_ = L[[]int]{}
	_ = Core([]int{})
	_ = Core(1)
	_ = Show(1)
	_ = Show(MyInt(1))
	_ = Cmp([]int{}, nil)
	_ = Two(nil, nil)
	_ = Sum[string]()
	_ = Sum(true)
	var a Alias[int] = "x"
	_ = MyInt(1).Gen("x") + 1
	_ = MyInt(1).Gen[string](1)
	var p Pair[int, string]
	p.c = 1
	p.First() = 2
	_ = p.First() + "x"
	_ = i[int]
	_ = int[int]
	var t T[int]
	_ = f; _ = g; _ = a; _ = t
	Sum(i, 2.5)
	Sum[int, int](1)
	Two[T](1, 2)
	var e any = Two
	_ = e
	Map([]int{}, Mk)
	Map([]int{}, Two)
	_ = Pair[int, string].First
	var q Num
	_ = q
}
type Cyc[P Cyc2[P]] interface { }
type Cyc2[P any] interface { ~[]P }
type X1[T T] int
type X2[T int|string] T
type X3[T interface{ m() }] struct { T }
