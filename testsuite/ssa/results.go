package main

import "errors"

func many(n int) (a, b int, s string, err error) {
	if n < 0 {
		return 0, 0, "", errors.New("negative")
	}
	a, b = n, n+1
	s = "x"
	return
}

func pass() (int, int, string, error) { return many(1) }

func spread(a, b int, s string, err error) int { return a + b }

func large() (x [20]int, y int) {
	x[3] = 1
	return x, 2
}

func variadic(prefix string, rest ...any) int { return len(rest) }

func main() {
	println(spread(pass()), variadic("a"), variadic("a", 1, "b"))
	_, y := large()
	println(y)
}
