package main

import (
	"fmt"
	"runtime"
)

// Small objects without pointers that one block allocates may share memory: they are distinct variables all the same.

type bits struct {
	a, b byte
}

var (
	ints  []*int
	bytes []*byte
	words []*int16
	flags []*bool
	pairs []*bits
	wide  []*float64
)

//go:noinline
func mixed(n int) {
	a, f, b, w := n, n%2 == 0, byte(n), int16(n)
	p := &bits{byte(n), 1}
	x, c := float64(n), n+1
	ints = append(ints, &a, &c)
	flags = append(flags, &f)
	bytes = append(bytes, &b)
	words = append(words, &w)
	pairs = append(pairs, p)
	wide = append(wide, &x)
}

//go:noinline
func many() (a, b, c, d *byte) {
	var w, x, y, z byte = 1, 2, 3, 4
	return &w, &x, &y, &z
}

// The second one alone stays.
//
//go:noinline
func second(n int) *int {
	first, last := n, n+1
	drop = &first
	drop = nil
	return &last
}

var drop *int

func main() {
	for i := 0; i < 40; i++ {
		mixed(i)
		if i%8 == 0 {
			runtime.GC()
		}
	}
	for i, p := range ints {
		*p += 1000 * i
	}
	for i, p := range bytes {
		*p++
		*words[i] -= 5
		*flags[i] = !*flags[i]
		pairs[i].b += pairs[i].a
		*wide[i] *= 1.5
	}
	runtime.GC()
	for i := range bytes {
		fmt.Println(*ints[2*i], *ints[2*i+1], *bytes[i], *words[i], *flags[i], *pairs[i], *wide[i])
	}
	a, b, c, d := many()
	*a, *d = 11, 14
	fmt.Println(*a, *b, *c, *d, a == b, b == c, c == d)
	var kept []*int
	for i := 0; i < 100; i++ {
		kept = append(kept, second(i))
	}
	runtime.GC()
	sum := 0
	for _, p := range kept {
		sum += *p
	}
	fmt.Println(sum)
}
