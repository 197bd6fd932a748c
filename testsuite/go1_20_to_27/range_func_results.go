// Results that bodies of loops set: named, unnamed, blank, many, changed by deferred functions, through multi-value calls.
package main

import (
	"errors"
	"fmt"
)

func up(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func three(i int) (int, string, error) { return i, fmt.Sprint(i), errors.New("e") }

func forwards(n int) (int, string, error) {
	for x := range up(n) {
		if x == 2 {
			return three(x)
		}
	}
	return three(-1)
}

func blanks(n int) (_ int, s string, _ float64) {
	for x := range up(n) {
		s += "."
		if x == 1 {
			return x, s + "!", 0.5
		}
	}
	return
}

func deferred(n int) (r int) {
	defer func() { r *= 10 }()
	for x := range up(n) {
		defer func() { r += x }()
		if x == 2 {
			return 5
		}
	}
	return 1
}

func swap(n int) (a, b int) {
	a, b = 1, 2
	for range up(n) {
		return b, a
	}
	return
}

func converts(n int) (any, error, fmt.Stringer) {
	for x := range up(n) {
		return x, nil, nil
	}
	return nil, errors.New("empty"), nil
}

func inner(n int) (f func() int) {
	for x := range up(n) {
		f = func() int {
			for y := range up(x + 2) {
				if y == x {
					return y * 100
				}
			}
			return -1
		}
		if x == n-1 {
			return
		}
	}
	return func() int { return 0 }
}

func nested(n int) (sum int, ok bool) {
	for x := range up(n) {
		for y := range up(n) {
			for z := range up(n) {
				sum += x + y + z
				if sum > 20 {
					return sum, true
				}
			}
		}
	}
	return sum, false
}

func eight(n int) (a, b, c, d, e, f, g int, h string) {
	for x := range up(n) {
		a, b, c = x, x*2, x*3
		if x == 2 {
			return a, b, c, 4, 5, 6, 7, "eight"
		}
	}
	return
}

func recovered(n int) (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v with %q", r, s)
		}
	}()
	for x := range up(n) {
		s += fmt.Sprint(x)
		if x == 2 {
			panic("stop")
		}
	}
	return s + "$", nil
}

func main() {
	fmt.Println(forwards(1))
	fmt.Println(forwards(3))
	fmt.Println(blanks(1))
	fmt.Println(blanks(2))
	fmt.Println(deferred(1), deferred(3))
	fmt.Println(swap(0))
	fmt.Println(swap(1))
	fmt.Println(converts(0))
	fmt.Println(converts(1))
	fmt.Println(inner(3)(), inner(0)())
	fmt.Println(nested(2))
	fmt.Println(nested(3))
	fmt.Println(eight(2))
	fmt.Println(eight(3))
	fmt.Println(recovered(2))
	fmt.Println(recovered(4))
}
