// Assignments: tuple order, operators, index operands evaluated before storing.
package main

import "fmt"

func f(s string, v int) int {
	fmt.Print(s, " ")
	return v
}

func pair() (int, string) { return 7, "seven" }

type point struct{ x, y int }

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)

	i := 0
	xs := []int{10, 20, 30}
	i, xs[i] = 2, 99
	fmt.Println(i, xs)

	xs[0], xs[1], xs[2] = xs[2], xs[0], xs[1]
	fmt.Println(xs)

	xs[f("index", 1)] += f("value", 5)
	fmt.Println(xs)

	var n int
	var s string
	n, s = pair()
	_, s2 := pair()
	fmt.Println(n, s, s2)

	p := &point{1, 2}
	p, p.x = &point{3, 4}, 50
	fmt.Println(*p)

	m := map[string]int{}
	m["a"]++
	m["a"] += 10
	m["b"] -= 3
	m["a"] <<= 2
	fmt.Println(m)

	x := 0b1111
	x &^= 0b0101
	x |= 0b10000
	x ^= 1
	x %= 7
	fmt.Println(x)

	var arr [3]point
	arr[1].x = 4
	arr[1].y, arr[2] = arr[1].x, point{8, 9}
	brr := arr
	brr[1].x = 100
	fmt.Println(arr, brr)

	str := "ab"
	str += "cd"
	str += string(rune('e'))
	fmt.Println(str)

	var e any = a
	e, ok := e.(int)
	fmt.Println(e, ok)
}
