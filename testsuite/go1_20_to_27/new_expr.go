// new with an expression (1.26): the value is copied to a fresh variable.
package main

import "fmt"

type T struct {
	n    int
	next *T
}

func calls() (string, int) { return "x", 1 }

func one() int { return 41 }

func generic[V any](v V) *V { return new(v) }

type opts struct {
	name  *string
	limit *int
	ratio *float64
	on    *bool
}

func main() {
	p := new(42)
	q := new(*p)
	*p++
	fmt.Println(*p, *q)
	fmt.Printf("%T %T %T %T\n", new(1.5), new("s"), new('x'), new(2i))
	o := opts{name: new("n"), limit: new(10), ratio: new(0.5), on: new(true)}
	fmt.Println(*o.name, *o.limit, *o.ratio, *o.on)
	t := new(T{1, new(T{n: 2})})
	fmt.Println(t.n, t.next.n, t.next.next == nil)
	arr := [3]int{1, 2, 3}
	pa := new(arr)
	arr[0] = 9
	fmt.Println(*pa, arr)
	fmt.Println(*new(one() + 1), *generic("g"), **generic(new(3)))
	s := new([]int{1})
	*s = append(*s, 2)
	fmt.Println(*s)
	var i any = new(int8(3))
	fmt.Println(*i.(*int8))
	e := new(error(fmt.Errorf("err")))
	fmt.Println(*e)
	f := new(func() int { return *p })
	fmt.Println((*f)())
	var ps []*int
	for i := range 3 {
		ps = append(ps, new(i*i))
	}
	fmt.Println(*ps[0], *ps[1], *ps[2])
	m := map[string]*int{"a": new(1)}
	*m["a"] += 5
	fmt.Println(*m["a"], *new(len("abc")), *new(uint8(200)))
	const c = 1 << 10
	fmt.Println(*new(c), *new(int64(c)), *new(min(3, 2)))
	ch := new(make(chan int, 1))
	*ch <- 4
	fmt.Println(<-*ch, *new(new(int)) != nil, *new(int))
}
