// Arguments of calls of function values: some are kept, some are not. What is kept must survive.
package main

import (
	"fmt"
	"iter"
	"runtime"
	"sort"
)

type item struct {
	n    int
	next *item
}

var kept []*item

type keeper struct{ last *item }

func (k *keeper) keep(p *item) { k.last = p }

func global(p *item)  { kept = append(kept, p) }
func ignore(p *item)  { p.n++ }
func same(p *item) *item {
	p.n *= 2
	return p
}
func fresh(p *item) *item { return &item{p.n + 100, nil} }
func nextOf(p *item) *item { return p.next }

type table struct {
	each  func(*item)
	first func(*item) *item
	link  func(a, b *item)
	put   func(**item)
}

//go:noinline
func call(f func(*item), n int) int {
	it := item{n: n}
	f(&it)
	return it.n
}

//go:noinline
func pass(f func(*item) *item, n int) int {
	it := item{n: n}
	it.next = &item{n: n + 1}
	r := f(&it)
	if r == nil {
		return -1
	}
	return r.n + it.n
}

//go:noinline
func give(f func(*item) *item, n int) *item {
	it := item{n: n}
	it.next = &item{n: n + 1}
	return f(&it)
}

//go:noinline
func link(t *table, n int) *item {
	a := &item{n: n}
	b := item{n: n + 1}
	t.link(a, &b)
	return a
}

//go:noinline
func put(t *table) int {
	var p *item
	t.put(&p)
	garbage()
	return p.n
}

//go:noinline
func garbage() {
	for i := 0; i < 50; i++ {
		kept = append(kept, &item{n: -i})
	}
	kept = kept[:len(kept)-50]
	runtime.GC()
	var fill [64]int
	for i := range fill {
		fill[i] = -1
	}
	use(fill[:])
}

//go:noinline
func use(x []int) {}

// each calls itself through a function value.
func each(f func(func(*item), *item), g func(*item), p *item) {
	local := item{n: p.n + 1}
	g(p)
	if local.n < 5 {
		f(func(q *item) { g(q); local.n += q.n }, &local)
	}
}

func numbers(n int) iter.Seq[*item] {
	return func(yield func(*item) bool) {
		for i := range n {
			it := item{n: i}
			if !yield(&it) {
				return
			}
		}
	}
}

func filter(s iter.Seq[*item], f func(*item) bool) iter.Seq[*item] {
	return func(yield func(*item) bool) {
		s(func(p *item) bool {
			if f(p) {
				return yield(p)
			}
			return true
		})
	}
}

func main() {
	// Kept in a captured variable, in a method's receiver, in a global.
	var last *item
	k := &keeper{}
	fs := map[string]func(*item){
		"capture": func(p *item) { last = p },
		"method":  k.keep,
		"global":  global,
		"ignore":  ignore,
		"bound":   func(p *item) { fs := k.keep; fs(p) },
	}
	names := make([]string, 0)
	for name := range fs {
		names = append(names, name)
	}
	sort.Strings(names)
	for i, name := range names {
		fmt.Print(name, " ", call(fs[name], 10*i), " ")
		garbage()
	}
	fmt.Println()
	fmt.Println(last.n, k.last.n, kept[0].n)

	// Returned.
	gs := []func(*item) *item{same, fresh, nextOf, func(p *item) *item { return nil }, func(p *item) *item { return last }}
	var all []*item
	for i, g := range gs {
		fmt.Print(pass(g, i), " ")
		all = append(all, give(g, 7*i))
		garbage()
	}
	for _, p := range all {
		if p != nil {
			fmt.Print(p.n, " ")
		}
	}
	fmt.Println()

	// Stored in each other, sent, started.
	ch := make(chan *item, 3)
	tables := []*table{
		{link: func(a, b *item) { a.next = b }},
		{link: func(a, b *item) { b.next = a; a.next = a }},
		{link: func(a, b *item) { ch <- b }},
		{link: func(a, b *item) { go func() { ch <- b }(); runtime.Gosched() }},
	}
	for i, t := range tables {
		p := link(t, 100*i)
		garbage()
		fmt.Print(p.n, " ")
		if p.next != nil {
			fmt.Print(p.next.n, " ")
		}
	}
	garbage()
	fmt.Println((<-ch).n, (<-ch).n)
	local := item{n: 77}
	puts := &table{put: func(p **item) { *p = &local }}
	fmt.Println(put(puts), put(&table{put: func(p **item) { q := item{n: 78}; *p = &q }}))

	// Recursive through values.
	sum := 0
	var step func(func(*item), *item)
	step = func(g func(*item), p *item) { each(step, g, p) }
	each(step, func(p *item) { sum += p.n; last = p }, &item{n: 1})
	garbage()
	fmt.Println(sum, last.n)

	// Iterators, also pulled.
	var odd []*item
	for p := range filter(numbers(6), func(p *item) bool { return p.n%2 == 1 }) {
		odd = append(odd, p)
	}
	next, stop := iter.Pull(filter(numbers(9), func(p *item) bool { return p.n%4 == 0 }))
	for {
		p, ok := next()
		if !ok {
			break
		}
		garbage()
		odd = append(odd, p)
	}
	stop()
	garbage()
	for _, p := range odd {
		fmt.Print(p.n, " ")
	}
	fmt.Println()

	// A function value that was converted, compared and stored in an interface.
	type handler func(*item) *item
	var h any = handler(same)
	fmt.Println(pass(h.(handler), 4), pass(func(p *item) *item { return h.(handler)(p) }, 5))
}
