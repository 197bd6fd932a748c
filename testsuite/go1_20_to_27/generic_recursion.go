// Recursion over instances: mutual generic functions, generic types that contain each other, recursion with the same arguments.
package main

import (
	"fmt"
	"strings"
)

type Tree[K interface{ ~int | ~string }, V any] struct {
	root *node[K, V]
	size int
}

type node[K interface{ ~int | ~string }, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
	owner       *Tree[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	t.root = t.root.put(t, k, v)
	return t
}

func (n *node[K, V]) put(t *Tree[K, V], k K, v V) *node[K, V] {
	switch {
	case n == nil:
		t.size++
		return &node[K, V]{key: k, val: v, owner: t}
	case k < n.key:
		n.left = n.left.put(t, k, v)
	case k > n.key:
		n.right = n.right.put(t, k, v)
	default:
		n.val = v
	}
	return n
}

func (n *node[K, V]) String() string {
	if n == nil {
		return "."
	}
	return fmt.Sprintf("(%v %v=%v %v)", n.left, n.key, n.val, n.right)
}

func even[T ~int | ~uint8](n T) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd[T ~int | ~uint8](n T) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}

type Expr[T any] interface{ Eval(env map[string]T) T }
type Lit[T any] struct{ v T }
type Var[T any] string
type Op[T any] struct {
	f    func(T, T) T
	l, r Expr[T]
}

func (l Lit[T]) Eval(map[string]T) T       { return l.v }
func (v Var[T]) Eval(env map[string]T) T   { return env[string(v)] }
func (o *Op[T]) Eval(env map[string]T) T   { return o.f(o.l.Eval(env), o.r.Eval(env)) }
func add[T int | string](a, b T) T         { return a + b }
func repeat(a, b string) string            { return strings.Repeat(a, len(b)) }

func flatten[T any](v any) (out []T) {
	switch v := v.(type) {
	case T:
		return []T{v}
	case []T:
		return v
	case []any:
		for _, x := range v {
			out = append(out, flatten[T](x)...)
		}
	}
	return
}

func ackermann[T ~int | ~int64](m, n T) T {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

type A[T any] struct{ b *B[T] }
type B[T any] struct {
	a *A[T]
	v T
}

func chain[T any](vs ...T) (a *A[T]) {
	for _, v := range vs {
		a = &A[T]{&B[T]{a, v}}
	}
	return
}

func (a *A[T]) len() int {
	if a == nil {
		return 0
	}
	return 1 + a.b.a.len()
}

func main() {
	t := new(Tree[string, int]).Put("m", 1).Put("c", 2).Put("x", 3).Put("c", 4)
	fmt.Println(t.root, t.size, t.root.left.owner == t)
	u := new(Tree[int, []string]).Put(2, nil).Put(1, []string{"a"})
	fmt.Println(u.root, even(10), odd(uint8(7)))
	e := &Op[int]{add[int], Lit[int]{4}, &Op[int]{func(a, b int) int { return a * b }, Var[int]("x"), Lit[int]{3}}}
	fmt.Println(e.Eval(map[string]int{"x": 5}))
	s := &Op[string]{repeat, Var[string]("s"), Lit[string]{"123"}}
	fmt.Println(s.Eval(map[string]string{"s": "ab"}))
	fmt.Println(flatten[int]([]any{1, []int{2, 3}, []any{4, "x", []any{5}}}), flatten[string]([]any{"q", 1}))
	fmt.Println(ackermann(2, 3), ackermann[int64](1, 5))
	fmt.Println(chain(1, 2, 3).len(), chain[string]().len(), chain("z").b.v)
}
