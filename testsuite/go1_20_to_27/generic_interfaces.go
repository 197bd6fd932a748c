// Generic interfaces as values: dynamic dispatch over instances, assertions between instances, embedded generic interfaces.
package main

import (
	"errors"
	"fmt"
)

type Source[T any] interface{ Next() (T, bool) }
type Sink[T any] interface{ Put(T) error }
type Pipe[In, Out any] interface {
	Sink[In]
	Source[Out]
}
type Sized interface{ Len() int }
type SizedSource[T any] interface {
	Sized
	Source[T]
}

type slice[T any] struct{ xs []T }

func (s *slice[T]) Next() (x T, ok bool) {
	if len(s.xs) == 0 {
		return
	}
	x, s.xs = s.xs[0], s.xs[1:]
	return x, true
}
func (s *slice[T]) Put(x T) error { s.xs = append(s.xs, x); return nil }
func (s *slice[T]) Len() int      { return len(s.xs) }

type conv[A, B any] struct {
	f   func(A) B
	out slice[B]
}

func (c *conv[A, B]) Put(a A) error      { return c.out.Put(c.f(a)) }
func (c *conv[A, B]) Next() (B, bool)    { return c.out.Next() }

type failing struct{}

func (failing) Put(string) error { return errors.New("full") }

type ones int

func (o *ones) Next() (int, bool) { *o--; return 1, *o >= 0 }

func Copy[T any](dst Sink[T], src Source[T]) (n int, err error) {
	for {
		x, ok := src.Next()
		if !ok {
			return
		}
		if err = dst.Put(x); err != nil {
			return
		}
		n++
	}
}

func Len[T any](s Source[T]) string {
	if sized, ok := s.(SizedSource[T]); ok {
		return fmt.Sprint(sized.Len())
	}
	if _, ok := any(s).(interface{ Put(T) error }); ok {
		return "sink"
	}
	return "unknown"
}

type Visitor[R any] interface {
	Number(int) R
	Sum(l, r R) R
}
type Expr interface{ isExpr() }
type Num int
type Add struct{ l, r Expr }

func (Num) isExpr() {}
func (Add) isExpr() {}

func Visit[R any](e Expr, v Visitor[R]) R {
	switch e := e.(type) {
	case Num:
		return v.Number(int(e))
	case Add:
		return v.Sum(Visit(e.l, v), Visit(e.r, v))
	}
	panic("unknown")
}

type eval struct{}
type show struct{}

func (eval) Number(n int) int       { return n }
func (eval) Sum(l, r int) int       { return l + r }
func (show) Number(n int) string    { return fmt.Sprint(n) }
func (show) Sum(l, r string) string { return "(" + l + "+" + r + ")" }

func main() {
	src := &slice[int]{[]int{1, 2, 3}}
	var p Pipe[int, string] = &conv[int, string]{f: func(n int) string { return fmt.Sprint(n * n) }}
	fmt.Println(Len[int](src), Len[string](p), Len[int](new(ones)))
	fmt.Println(Copy[int](p, src))
	dst := &slice[string]{}
	fmt.Println(Copy[string](dst, p))
	fmt.Println(dst.xs)
	fmt.Println(Copy[string](failing{}, dst))
	o := ones(4)
	var total slice[int]
	fmt.Println(Copy[int](&total, &o))
	fmt.Println(total.xs)
	var a any = &slice[string]{}
	_, isInt := a.(Source[int])
	_, isString := a.(Source[string])
	_, isPipe := a.(Pipe[string, string])
	fmt.Println(isInt, isString, isPipe)
	e := Add{Num(1), Add{Num(2), Num(3)}}
	fmt.Println(Visit[int](e, eval{}), Visit[string](e, show{}))
	fmt.Printf("%T %T\n", p, a)
}
