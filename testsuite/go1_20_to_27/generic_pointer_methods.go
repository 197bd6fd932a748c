// Constraints that ask for a pointer to the type parameter with methods; methods called through it.
package main

import (
	"fmt"
	"strconv"
)

type Setter[T any] interface {
	*T
	Set(string) error
	Get() string
}

type number struct{ n int }

func (x *number) Set(s string) (err error) { x.n, err = strconv.Atoi(s); return }
func (x *number) Get() string              { return strconv.Itoa(x.n) }

type word string

func (w *word) Set(s string) error { *w = word("<" + s + ">"); return nil }
func (w *word) Get() string        { return string(*w) }

func FromStrings[T any, PT Setter[T]](ss []string) ([]T, error) {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := PT(&out[i])
		if err := p.Set(s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func Join[T any, PT Setter[T]](xs ...T) (s string) {
	for i := range xs {
		s += PT(&xs[i]).Get() + ";"
	}
	return
}

type Cell[T any, PT Setter[T]] struct {
	v       T
	history []string
}

func (c *Cell[T, PT]) Set(s string) error {
	c.history = append(c.history, PT(&c.v).Get())
	return PT(&c.v).Set(s)
}

func (c *Cell[T, PT]) Get() string { return PT(&c.v).Get() }

func New[T any, PT interface {
	*T
	Init(int)
}](n int) PT {
	p := PT(new(T))
	p.Init(n)
	return p
}

type tree struct{ kids []*tree }

func (t *tree) Init(n int) {
	for i := range n {
		t.kids = append(t.kids, New[tree](i))
	}
}

func (t *tree) size() (n int) {
	for _, k := range t.kids {
		n += k.size()
	}
	return n + 1
}

func main() {
	ns, err := FromStrings[number]([]string{"1", "22"})
	fmt.Println(ns, err)
	_, err = FromStrings[number]([]string{"x"})
	fmt.Println(err)
	ws, _ := FromStrings[word]([]string{"a", "b"})
	fmt.Println(ws, Join(ws...), Join(ns[1], number{5}))
	var c Cell[number, *number]
	c.Set("4")
	c.Set("7")
	fmt.Println(c.Get(), c.history)
	nested, err := FromStrings[Cell[word, *word]]([]string{"deep"})
	fmt.Println(nested, err)
	fmt.Println(New[tree](5).size())
}
