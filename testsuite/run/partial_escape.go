package main

import (
	"errors"
	"fmt"
	"sync"
)

// Objects that escape on some paths only: whoever gets the address sees the same object as the function itself.

type item struct {
	id, size int
	next     *item
	tags     [4]string
}

var kept []*item

//go:noinline
func keep(p *item) { kept = append(kept, p) }

//go:noinline
func change(p *item) { p.size++ }

//go:noinline
func same(p, q *item) bool { return p == q }

// What is changed after the object escaped shows through the kept address, and the other way round.
//
//go:noinline
func afterEscape(n int) int {
	p := &item{id: n, size: 1}
	change(p)
	if n > 5 {
		keep(p)
		kept[len(kept)-1].size += 10
	}
	p.size += 100
	change(p)
	if n > 5 && !same(p, kept[len(kept)-1]) {
		panic("another object")
	}
	return p.size
}

// In a loop: one object, kept several times, is one object.
//
//go:noinline
func inLoop(n int) int {
	p := &item{id: n}
	for i := 0; i < n; i++ {
		p.size += i
		if i%3 == 2 {
			keep(p)
		}
	}
	p.id = -1
	return p.size
}

// A new object in each iteration.
//
//go:noinline
func eachIteration(n int) (sum int) {
	for i := 0; i < n; i++ {
		p := &item{id: i}
		change(p)
		if i%4 == 1 {
			keep(p)
		}
		p.size *= 2
		sum += p.size + p.id
	}
	return sum
}

// Two ways to escape, with a meeting point between them.
//
//go:noinline
func twice(a, b bool) (int, bool) {
	p := &item{id: 7}
	p.tags[2] = "seven"
	if a {
		keep(p)
	}
	change(p)
	if b {
		keep(p)
		p.tags[3] = p.tags[2] + "!"
	}
	q := &p.tags[3]
	*q += "?"
	return len(p.tags[3]), a && b && kept[len(kept)-1] == kept[len(kept)-2]
}

// A field's address escapes, not the object's.
//
//go:noinline
func field(n int) string {
	p := &item{id: n}
	i := n % 4
	p.tags[i] = "field"
	if n > 3 {
		fields = append(fields, &p.tags[i])
		*fields[len(fields)-1] += "s"
	}
	return p.tags[i]
}

var fields []*string

// A variable that a closure and a goroutine share with the function.
//
//go:noinline
func shared(on bool) int {
	n := 1
	p := &n
	*p = 5
	var wg sync.WaitGroup
	if on {
		wg.Add(1)
		go func() { n *= 3; wg.Done() }()
		wg.Wait()
	}
	n++
	return *p
}

// The object points to itself, or to another one that stays.
//
//go:noinline
func linked(n int) int {
	a := &item{id: 1}
	b := &item{id: 2, next: a}
	if n == 1 {
		a.next = a
		keep(a)
	}
	if n == 2 {
		keep(b)
	}
	a.size = n
	return b.next.size
}

var errLimit = errors.New("limit")

type limitError struct{ at *item }

func (e *limitError) Error() string { return fmt.Sprint("limit at ", e.at.id, " of ", e.at.size) }
func (e *limitError) Unwrap() error { return errLimit }

//go:noinline
func checked(n int) (int, error) {
	p := item{id: n}
	for i := 0; i < 3; i++ {
		change(&p)
	}
	if n > 10 {
		return 0, &limitError{&p}
	}
	return p.size, nil
}

//go:noinline
func panics(n int) (size int, err any) {
	defer func() { err = recover() }()
	p := item{id: n}
	change(&p)
	if n > 10 {
		panic(&p)
	}
	return p.size, nil
}

func main() {
	fmt.Println(afterEscape(1), afterEscape(6), kept[0].size, kept[0].id)
	fmt.Println(inLoop(2), inLoop(9), len(kept), kept[1] == kept[2], kept[2] == kept[3], kept[1].size, kept[3].id)
	fmt.Println(eachIteration(10), len(kept), kept[4] != kept[5], kept[4].size, kept[5].id, kept[6].size)
	for _, a := range []bool{false, true} {
		for _, b := range []bool{false, true} {
			fmt.Println(twice(a, b))
		}
	}
	fmt.Println(len(kept), kept[7].tags, kept[8].tags, kept[9].tags, kept[10].size)
	fmt.Println(field(2), field(7), *fields[0], len(fields))
	fmt.Println(shared(false), shared(true))
	fmt.Println(linked(0), linked(1), kept[11].next == kept[11], kept[11].size, linked(2), kept[12].next.size)
	fmt.Println(checked(5))
	_, err := checked(11)
	fmt.Println(err, errors.Is(err, errLimit))
	fmt.Println(panics(5))
	n, v := panics(12)
	fmt.Println(n, v.(*item).size, v.(*item).id)
}
