// Closures: capture by reference, recursion, returned, stored, shared state.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func adder(n int) func(int) func() int {
	return func(m int) func() int {
		n += m
		return func() int { n++; return n }
	}
}

type stateFn func(int) (stateFn, string)

func even(n int) (stateFn, string) { return odd, fmt.Sprint("even", n) }
func odd(n int) (stateFn, string) {
	if n > 4 {
		return nil, "stop"
	}
	return even, fmt.Sprint("odd", n)
}

func main() {
	next, reset := counter()
	fmt.Print(next(), next(), " ")
	reset()
	fmt.Println(next())
	other, _ := counter()
	fmt.Println(other(), next())

	f := compose(func(x int) int { return x + 1 }, func(x int) int { return x * x }, func(x int) int { return -x })
	fmt.Println(f(3), f(-1))

	var fib func(int) int
	memo := map[int]int{}
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(80))

	a := adder(10)
	x, y := a(5), a(100)
	fmt.Println(x(), y(), x())

	s := []int{1, 2, 3}
	modify := func() { s = append(s, 4); s[0] = 9 }
	modify()
	fmt.Println(s)
	v := 1
	p := &v
	func() { v = 5; *p += 1 }()
	fmt.Println(v, func(a, b int) int { return a - b }(10, 3))
	for st, n := stateFn(even), 0; st != nil; n++ {
		var out string
		st, out = st(n)
		fmt.Print(out, " ")
	}
	fmt.Println()
	big := [100]int{50: 7}
	g := func() int { big[50]++; return big[50] }
	g()
	fmt.Println(g(), big[50])
	result := func() (n int, err error) {
		defer func() { n *= 2 }()
		n = 21
		return n, nil
	}
	fmt.Println(result())
	apply := func(f func(), times int) {
		for range times {
			f()
		}
	}
	total := 0
	apply(func() { total += 3 }, 5)
	fmt.Println(total)
}
