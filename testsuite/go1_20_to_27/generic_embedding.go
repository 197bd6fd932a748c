// Embedded instances of generic types: promotion, shadowing, interfaces satisfied through embedding.
package main

import (
	"fmt"
	"sync"
)

type Named[T any] struct {
	Name  string
	Value T
}

func (n Named[T]) String() string   { return fmt.Sprintf("%s=%v", n.Name, n.Value) }
func (n *Named[T]) Set(v T)         { n.Value = v }
func (n Named[T]) Zero() (z T)      { return }

type Counter struct {
	Named[int]
	step int
}

func (c *Counter) Inc() { c.Set(c.Value + c.step) }

type Locked[T any] struct {
	sync.Mutex
	Named[T]
}

func (l *Locked[T]) Update(f func(T) T) {
	l.Lock()
	defer l.Unlock()
	l.Set(f(l.Value))
}

type Both[A, B any] struct {
	*Named[A]
	Other Named[B]
}

type Stringer interface{ String() string }

type Wrapper[S Stringer] struct {
	Stringer
	inner S
}

func (w Wrapper[S]) String() string { return "[" + w.inner.String() + "|" + w.Stringer.String() + "]" }

type Container[T any] interface {
	Set(T)
	Zero() T
}

type Deep[T any] struct{ Both[T, []T] }

func fill[T any](c Container[T], v T) T { c.Set(v); return c.Zero() }

func main() {
	c := &Counter{Named[int]{"c", 1}, 5}
	c.Inc()
	c.Inc()
	fmt.Println(c, c.Named, fill[int](c, 100), c.Value)
	var l Locked[string]
	l.Name = "l"
	l.Update(func(s string) string { return s + "x" })
	l.Update(func(s string) string { return s + s })
	fmt.Println(&l.Named, l.Value)
	b := Both[string, int]{&Named[string]{"a", "v"}, Named[int]{"o", 2}}
	b.Set("changed")
	b.Other.Set(3)
	fmt.Println(b, b.Other, b.Zero() == "")
	w := Wrapper[Counter]{c, *c}
	fmt.Println(w, Wrapper[Stringer]{w, b})
	d := Deep[int]{Both[int, []int]{new(Named[int]), Named[[]int]{Value: []int{1}}}}
	d.Set(9)
	fmt.Println(d.Value, d.Other.Value, fill[int](d, 8), d.Named.Value)
	set := d.Set
	set(11)
	fmt.Println(d.Value, (*Named[int]).Zero(d.Named), Named[bool].String(Named[bool]{"m", true}))
}
