// Append: growth, aliasing, self-append, variadic and nil arguments, copy overlap.
package main

import "fmt"

func addTo(s []int, v int) { s = append(s, v); s[0] = -1 }

func main() {
	base := make([]int, 3, 4)
	x := append(base, 1)
	y := append(base, 2)
	fmt.Println(x, y, &x[0] == &y[0], len(base))
	z := append(x, 9)
	z[0] = 5
	fmt.Println(x[0], z[0], len(z))

	full := []int{1, 2, 3}
	addTo(full, 4)
	fmt.Println(full)
	room := make([]int, 1, 8)
	addTo(room, 4)
	fmt.Println(room, room[:2])

	s := []int{1, 2, 3}
	s = append(s, s...)
	s = append(s[:1], s[2:]...)
	fmt.Println(s)
	s = append(s[:2], append([]int{70, 71}, s[2:]...)...)
	fmt.Println(s)
	var none []string
	none = append(none)
	fmt.Println(none == nil)
	none = append(none, nil...)
	none = append(none, []string{}...)
	fmt.Println(none == nil, len(none))
	none = append(none, "a", "b")
	fmt.Println(none)

	c := []int{0, 1, 2, 3, 4, 5}
	fmt.Println(copy(c[2:], c), c)
	c = []int{0, 1, 2, 3, 4, 5}
	fmt.Println(copy(c, c[3:]), c)
	fmt.Println(copy(c, []int(nil)), copy(c[:0], c), copy(c[5:], []int{9, 9, 9}), c)

	limited := c[:2:2]
	limited = append(limited, 1000)
	fmt.Println(c, limited)

	var ptrs []*int
	for i := 0; i < 3; i++ {
		v := i * i
		ptrs = append(ptrs, &v)
	}
	for _, p := range ptrs {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var grow []int
	moves, last := 0, 0
	for i := 0; i < 1000; i++ {
		grow = append(grow, i)
		if cap(grow) != last {
			moves, last = moves+1, cap(grow)
		}
	}
	fmt.Println(len(grow), grow[999], moves > 3)
	var nested [][]int
	for i := 0; i < 3; i++ {
		nested = append(nested, []int{i})
		nested[0] = append(nested[0], i*10)
	}
	fmt.Println(nested)
	i := 0
	next := func() int { i++; return i }
	fmt.Println(append([]int{next()}, next(), next()))
}
