// min and max of integers (1.21): constants, variables, mixtures, named and narrow types, evaluation of arguments.
package main

import "fmt"

type celsius int8

const small = min(3, 'a', 2.0)
const big = max(1<<40, 5)

var array [max(2, 3)]int

func show(n int) int { fmt.Print("<", n, ">"); return n }

func clamp[T int | uint8 | celsius](x, lo, hi T) T { return max(lo, min(x, hi)) }

func main() {
	fmt.Printf("%v %T %v %T %d\n", small, small, big, big, len(array))
	x, y := 7, -7
	fmt.Println(min(x, y), max(x, y), min(x), max(y), min(x, 3, y, 100), max(5, x, 6.0))
	var b byte = 200
	fmt.Println(max(b, 100), min(b, 255), max(b, 'a'))
	c := celsius(-128)
	fmt.Printf("%v %T\n", max(c, -5, 5), min(c, 0))
	fmt.Println(max(show(1), show(3), show(2)), min(show(4), 0))
	fmt.Println(clamp(15, 0, 10), clamp[uint8](250, 10, 240), clamp(celsius(-9), -3, 3))
	u, v := uint64(1<<63), uint64(1)
	fmt.Println(max(u, v), min(u, v), max(int64(-1<<63), 0))
	total := 0
	for i := range 5 {
		total += min(i, 2) * max(i, 3)
	}
	fmt.Println(total)
	p := &x
	*p = max(*p, 50)
	fmt.Println(x, min(len("abc"), cap(make([]int, 2))))
}
