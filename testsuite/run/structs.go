// Structs: literals, comparison, copies, anonymous structs, nested pointers, tags.
package main

import "fmt"

type address struct {
	street string
	number int
}

type person struct {
	name    string
	age     int
	home    address
	work    *address
	aliases []string
	_       int
}

type node struct {
	val  int
	next *node
}

func older(p person, years int) person {
	p.age += years
	p.home.number++
	if p.work != nil {
		p.work.number++
	}
	return p
}

func main() {
	p := person{name: "Ann", age: 30, home: address{"Elm", 4}, work: &address{"Oak", 10}}
	q := older(p, 5)
	fmt.Println(p.age, q.age, p.home, q.home, *p.work, p.work == q.work)
	var zero person
	fmt.Printf("%+v\n", zero)
	a1, a2 := address{"x", 1}, address{"x", 1}
	fmt.Println(a1 == a2, &a1 == &a2, a1 != address{"x", 2}, a1 == address{street: "x", number: 1})

	var list *node
	for i := 1; i <= 4; i++ {
		list = &node{i, list}
	}
	for n := list; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println(list.next.next.val)

	anon := struct {
		id   int
		tags []string
	}{1, []string{"a"}}
	other := anon
	other.tags[0] = "shared"
	other.id = 2
	fmt.Println(anon, other)
	items := []struct {
		n string
		v float64
	}{{"pi", 3.14}, {"e", 2.71}}
	for _, it := range items {
		it.v = 0
		fmt.Print(it.n, " ")
	}
	for i := range items {
		items[i].v *= 2
	}
	fmt.Println(items)
	pp := &p
	ppp := &pp
	(*ppp).age = 99
	pp.home.street = "Fir"
	f := &pp.home.number
	*f = 1000
	fmt.Println(p.age, p.home)
	var e struct{}
	fmt.Println(e, e == struct{}{})
	type pair struct{ a, b any }
	fmt.Println(pair{1, "x"} == pair{1, "x"}, pair{1, 2.0} == pair{1, 2})
	*pp = person{name: "New"}
	fmt.Printf("%v %+v %#v\n", a1, a1, a1)
	fmt.Println(p.name, p.age, p.work == nil)
}
