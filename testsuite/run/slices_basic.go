// Slices: make, slicing with two and three indices, length and capacity, nil and empty.
package main

import "fmt"

func show(name string, s []int) {
	fmt.Println(name, len(s), cap(s), s, s == nil)
}

func main() {
	var n []int
	show("nil", n)
	show("empty", []int{})
	show("make", make([]int, 2, 5))
	show("make0", make([]int, 0))
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:4]
	show("a[1:4]", s)
	show("s[1:]", s[1:])
	show("s[:5]", s[:5])
	show("s[1:2:3]", s[1:2:3])
	show("s[:0:0]", s[:0:0])
	show("s[3:]", s[3:])
	show("nil[:]", n[:])
	show("nil[0:0]", n[0:0])
	p := &a
	show("p[2:3:4]", p[2:3:4])
	s[0] = 100
	fmt.Println(a, s[2], (*p)[1], p[1])
	k := []int{5: 1, 2, 1: 9}
	show("keyed", k)
	matrix := [][]int{{1}, {2, 3}, nil, {}}
	fmt.Println(matrix, len(matrix[2]), matrix[3] == nil)
	grid := make([][]byte, 3)
	for i := range grid {
		grid[i] = make([]byte, 3)
		for j := range grid[i] {
			grid[i][j] = "ox."[(i+j)%3]
		}
		fmt.Println(string(grid[i]))
	}
	size := 3
	d := make([]string, size, size*2)
	fmt.Printf("%q %d\n", d, cap(d))
	var size8 uint8 = 200
	fmt.Println(len(make([]struct{}, size8)), len(make([]int, int64(4))))
	e := s[len(s):]
	e = append(e, 77)
	fmt.Println(a, e)
	type pt struct{ x, y int }
	pts := []pt{{1, 2}, {y: 3}}
	pps := []*pt{{4, 5}, nil}
	pts[1].x++
	pps[0].y--
	fmt.Println(pts, *pps[0], pps[1] == nil)
	clear(s)
	fmt.Println(a)
}
