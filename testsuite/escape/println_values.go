package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type point struct{ x, y int }

func (p point) String() string { return fmt.Sprint(p.x, "/", p.y) }

type keeper struct{ kept []byte }

var all []*keeper

// Write keeps its receiver: what is written to a keeper through an interface puts the keeper on the heap.
func (k *keeper) Write(b []byte) (int, error) {
	k.kept = append(k.kept, b...)
	all = append(all, k)
	return len(b), nil
}

type shape interface{ area() int }

type square struct{ side int }

func (s *square) area() int { return s.side * s.side }

type lasting struct{ side int }

var last *lasting

func (l *lasting) area() int {
	last = l
	return l.side
}

// sum calls methods that keep nothing and one that keeps its receiver.
func sum(shapes ...shape) (n int) {
	for _, s := range shapes {
		n += s.area()
	}
	return n
}

func main() {
	n := 1 << 40
	fmt.Println("n", n, 2.5, point{n, 2}, &point{3, 4}, []int{n})
	fmt.Fprintf(os.Stdout, "%d %v %s\n", n, errors.New("lost"), strings.Repeat("x", 3))
	var w io.Writer = &keeper{}
	fmt.Fprintln(w, n)
	fmt.Println(len(all[0].kept), sum(&square{n >> 38}, &lasting{5}))
	sort := func(less func(a, b *point) bool) bool { return less(&point{1, 2}, &point{n, 4}) }
	fmt.Println(sort(func(a, b *point) bool { return a.x < b.x }))
}
