// Package variables are initialised by dependency; init functions follow in order.
package main

import "fmt"

var (
	a = c + b
	b = f("b", 2)
	c = f("c", d)
	d = f("d", 3)
)

var x, y = pair()
var _ = f("blank", y)

var table = build()
var limit = f("limit", 4)

var p = &q
var q = f("q", *getP())

var fnVar = func() int { return late + 1 }
var usesFn = fnVar()
var late = f("late", 41)

type thing struct{ n int }

func (t thing) val() int { return t.n + hidden }

var viaMethod = thing{1}.val()
var hidden = f("hidden", 50)

var lookup = map[string]func() int{"k": func() int { return 7 }}
var direct = lookup["k"]()

var arr = [...]int{f("arr0", 0), f("arr1", 1)}
var s = arr[:]

func f(name string, v int) int {
	fmt.Print(name, "=", v, " ")
	return v
}

func pair() (int, int) {
	fmt.Print("pair ")
	return f("px", 1), f("py", 2)
}

func build() []int {
	out := make([]int, limit)
	for i := range out {
		out[i] = i * i
	}
	return out
}

func getP() *int {
	v := 9
	return &v
}

func init() {
	fmt.Println()
	fmt.Println("init 1", a, b, c, d)
	a = 100
}

func init() {
	fmt.Println("init 2", a, table, *p)
}

func main() {
	fmt.Println("main", x, y, usesFn, viaMethod, direct, s, counter)
}

var counter int

func init() {
	counter++
	fmt.Println("init 3", counter)
}
