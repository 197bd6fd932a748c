// new with values (1.26) of type parameters, conversions, calls and large types; the variables are distinct.
package main

import "fmt"

type opt[T any] struct{ p *T }

func some[T any](v T) opt[T] { return opt[T]{new(v)} }
func none[T any]() opt[T]    { return opt[T]{} }

func (o opt[T]) or(v T) T {
	if o.p == nil {
		return v
	}
	return *o.p
}

func (o opt[T]) Map[U any](f func(T) U) opt[U] {
	if o.p == nil {
		return none[U]()
	}
	return opt[U]{new(f(*o.p))}
}

func ptrs[T any](xs ...T) (ps []*T) {
	for _, x := range xs {
		ps = append(ps, new(x))
	}
	return
}

func zero[T any]() *T { return new(T) }

func number[N ~int8 | ~float32](n int) *N { return new(N(n)) }

type big [30]int
type small int8

func two() (a, b int) { return 1, 2 }

func main() {
	fmt.Println(some(3).or(1), none[string]().or("d"), some(4).Map(func(n int) string { return fmt.Sprint(n * n) }).or(""))
	ps := ptrs(1, 1, 2)
	*ps[0] = 9
	fmt.Println(*ps[0], *ps[1], ps[0] == ps[1])
	b := big{29: 5}
	pb := new(b)
	pb[0] = 1
	fmt.Println(b[0], pb[0], pb[29], *zero[big]() == big{}, *zero[*int]() == nil)
	fmt.Println(*number[small](300), *number[float32](2))
	f := new(some[any](nil))
	fmt.Println(f.p != nil, *f.p == nil)
	i := new(any(b))
	fmt.Println((*i).(big)[29])
	g := new(new(new("deep")))
	***g += "er"
	fmt.Println(***g)
	x, _ := two()
	px := new(x)
	x = 7
	fmt.Println(*px, x, *new(x+*px))
	fs := new([]func() int{func() int { return *px }})
	*px = 20
	fmt.Println((*fs)[0]())
}
