// Shadowing of variables, types, functions and predeclared names.
package main

import "fmt"

var x = "package"

type T int

func shadowBuiltins() {
	len := func(s string) string { return "len of " + s }
	true := false
	nil := 5
	var string = []int{1}
	int := 3
	fmt.Println(len("x"), true, nil, string, int)
	{
		type error struct{ code float64 }
		e := error{2.5}
		fmt.Println(e.code)
	}
	iota := 7
	const k = 2
	append := iota + k
	fmt.Println(append)
}

func params(x int) (y int) {
	{
		y := x * 2
		_ = y
	}
	if y := x; y > 0 {
		x := y + 1
		return x
	}
	return
}

func two() (int, string) { return 1, "two" }

func main() {
	fmt.Println(x)
	x := x + " local"
	{
		x := 1
		x++
		fmt.Println(x)
		{
			x, y := x*10, x
			fmt.Println(x, y)
		}
		fmt.Println(x)
	}
	fmt.Println(x)
	for x := 0; x < 1; x++ {
		x := x + 5
		fmt.Println(x)
	}
	a, n := two()
	b, n := two()
	n, c := "changed", n
	fmt.Println(a, b, n, c)
	type T string
	var t T = "local T"
	fmt.Printf("%v %T\n", t, t)
	{
		type T struct{ T int }
		fmt.Printf("%+v\n", T{3})
	}
	switch x := any(x).(type) {
	case string:
		x += "?"
		fmt.Println(x)
	}
	if x, ok := any(x).(int); ok {
		fmt.Println("never", x)
	} else if x := "else"; !ok {
		fmt.Println(x, ok)
	}
	f := func(x int) int { x++; return x }
	fmt.Println(f(1), x)
	shadowBuiltins()
	fmt.Println(params(3), params(-3))
	func() {
		x = "assigned outer"
		x := "inner"
		_ = x
	}()
	fmt.Println(x)
	fmt := fmt.Sprint("fmt", 1)
	println := func(s string) string { return s + fmt }
	_ = println("")
}
