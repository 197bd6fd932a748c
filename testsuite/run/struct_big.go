// Large structs by value: parameters, results, channels, maps, interfaces, ranges.
package main

import "fmt"

type big struct {
	id    int
	name  string
	table [64]int64
	sub   struct {
		a, b byte
		f    [3]float32
	}
	tail string
}

func fill(id int) (b big) {
	b.id = id
	b.name = fmt.Sprint("big", id)
	for i := range b.table {
		b.table[i] = int64(id * i)
	}
	b.sub.b = byte(id)
	b.sub.f[2] = float32(id) / 2
	b.tail = "end"
	return b
}

func (b big) sum() (s int64) {
	for i, v := range b.table {
		s += v
		b.table[i] = 0
	}
	b.id = -1
	return s
}

func (b *big) reset() { *b = big{id: b.id} }

func swap(a, b big) (big, big) { return b, a }

type summer interface{ sum() int64 }

func main() {
	a, b := fill(1), fill(2)
	fmt.Println(a.sum(), b.sum(), a.sum(), a.id)
	a, b = swap(a, b)
	a, b = b, a
	a, b = b, a
	fmt.Println(a.id, b.id, a.name, b.tail, a == b, a == fill(2))
	c := a
	c.table[63]++
	fmt.Println(c == a, c.table[63], a.table[63])
	ch := make(chan big, 1)
	ch <- c
	c.name = "changed"
	d := <-ch
	fmt.Println(d.name, d.table[63], d.sub.f)
	m := map[int]big{1: a}
	e := m[1]
	e.id = 77
	fmt.Println(m[1].id, e.id, m[9].tail == "")
	key := map[big]string{a: "a"}
	key[b] = "b"
	fmt.Println(key[a], key[b], len(key))
	var s summer = a
	a.table[1] = 1000000
	fmt.Println(s.sum(), a.sum(), s.(big).sub.b)
	bs := []big{a, b}
	for _, x := range bs {
		x.reset()
	}
	for i := range bs {
		if i == 1 {
			bs[i].reset()
		}
	}
	fmt.Println(bs[0].sum(), bs[1].sum(), bs[1].id, bs[1].tail == "")
	f := b.sum
	b.reset()
	fmt.Println(f(), b.sum())
	g := func() big { return fill(3) }
	fmt.Println(g().table[10], g().name, fill(4).sub.f[2])
	var p *big = &bs[0]
	q := *p
	p.name = "via pointer"
	fmt.Println(q.name, bs[0].name)
	arr := [2]big{fill(5), fill(6)}
	brr := arr
	brr[0].id = 0
	fmt.Println(arr[0].id, arr == brr, arr[1] == brr[1])
	defer func(x big) { fmt.Println("deferred", x.id, x.tail) }(q)
	q.id = -5
}
