// If statements with initialisers, chains and scopes.
package main

import (
	"errors"
	"fmt"
)

func half(n int) (int, error) {
	if n%2 != 0 {
		return 0, errors.New("odd")
	}
	return n / 2, nil
}

func grade(n int) string {
	if n >= 90 {
		return "A"
	} else if n >= 80 {
		return "B"
	} else if n >= 70 {
		return "C"
	}
	return "F"
}

func main() {
	for i := 3; i < 6; i++ {
		if h, err := half(i); err != nil {
			fmt.Println(i, "error", err, h)
		} else if q, err := half(h); err == nil {
			fmt.Println(i, "quarter", q, h)
		} else {
			fmt.Println(i, "half", h, err, q)
		}
	}
	for _, n := range []int{95, 85, 75, 5} {
		fmt.Print(grade(n), " ")
	}
	fmt.Println()
	x := 1
	if x := 2; x > 1 {
		x := 3
		fmt.Println("inner", x)
	} else {
		fmt.Println("never", x)
	}
	fmt.Println("outer", x)
	t, u := true, false
	if t && !u || u && t {
		fmt.Println("yes")
	}
	if !(t != u) {
		fmt.Println("no")
	}
	calls := 0
	tick := func(b bool) bool { calls++; return b }
	if tick(false) && tick(true) || tick(true) || tick(true) {
		fmt.Println("calls", calls)
	}
}
