// Method values and expressions: when the receiver is evaluated and copied.
package main

import "fmt"

type counter struct{ n int }

func (c counter) get() int       { return c.n }
func (c *counter) inc(k int) int { c.n += k; return c.n }

type op func(int, int) int

func (o op) apply(a, b int) int { return o(a, b) }

type list []int

func (l list) sum() (s int) {
	for _, v := range l {
		s += v
	}
	return
}
func (l *list) push(v int) { *l = append(*l, v) }

type getter interface{ get() int }

func make1() *counter { fmt.Print("made "); return &counter{100} }

func twice(f func(int) int, v int) int { return f(v) + f(v) }

func main() {
	c := counter{1}
	get, inc := c.get, c.inc
	r := inc(5)
	fmt.Println(r, get(), c.get(), c.n)
	r = twice(c.inc, 10)
	fmt.Println(r, c.n)

	pc := &c
	pget := pc.get
	pc.n = 1000
	pc = &counter{7}
	fmt.Println(pget(), c.n, pc.get())

	ge, ie := counter.get, (*counter).inc
	pge := (*counter).get
	fmt.Println(ge(c), ie(&c, 1), pge(&c))

	var g getter = c
	ig := g.get
	g = counter{-1}
	fmt.Println(ig(), g.get(), getter.get(g), getter.get(&c))

	f := make1().inc
	fmt.Println(f(1), f(1))

	fmt.Println(op(func(a, b int) int { return a*b + 1 }).apply(3, 4))
	l := list{1, 2}
	push := l.push
	push(3)
	push(4)
	fmt.Println(l.sum(), l, list.sum(l[2:]), list{5}.sum())

	table := map[string]func(*counter, int) int{"inc": (*counter).inc, "dec": func(c *counter, k int) int { return c.inc(-k) }}
	fmt.Println(table["inc"](&c, 5), table["dec"](&c, 3))

	fs := []func() int{c.get, pc.get, counter{55}.get}
	c.n, pc.n = 0, 0
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	defer func() { fmt.Println("recovered:", recover()) }()
	var none getter
	h := none.get
	fmt.Println("never", h())
}
