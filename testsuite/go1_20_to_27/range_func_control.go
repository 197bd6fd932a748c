// break, continue, goto, labels and return that leave bodies of loops over functions.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("  stopped at", i)
				return
			}
		}
		fmt.Println("  exhausted", n)
	}
}

func breaks() {
	for x := range count(5) {
		if x == 2 {
			break
		}
		fmt.Println("body", x)
	}
	for x := range count(4) {
		if x%2 == 0 {
			continue
		}
		fmt.Println("odd", x)
	}
}

func nested() {
outer:
	for x := range count(4) {
		for y := range count(4) {
			switch {
			case y == 2:
				continue outer
			case x == 2:
				break outer
			case x == y:
				continue
			}
			fmt.Println("pair", x, y)
		}
		fmt.Println("never")
	}
}

func mixed() {
loop:
	for i := 0; i < 4; i++ {
		for x := range count(3) {
			for j := range 3 {
				switch {
				case i == 0 && x == 1:
					continue loop
				case i == 2:
					break loop
				case j == 1:
					break
				default:
					fmt.Println("mixed", i, x, j)
				}
			}
			if x == 1 {
				break
			}
		}
	}
}

func find(limit int) (int, string) {
	for x := range count(limit) {
		for y := range count(limit) {
			if x*y == 6 {
				return x*10 + y, "found"
			}
		}
	}
	return -1, "none"
}

func named(limit int) (n int, err error) {
	for x := range count(limit) {
		n += x
		if x == 3 {
			return n * 100, fmt.Errorf("limit %d", limit)
		}
		if n == 1 && limit == 3 {
			return
		}
	}
	return
}

func gotos() {
	tries := 0
again:
	tries++
	for x := range count(3) {
		for range count(2) {
			if tries < 3 {
				goto again
			}
			if x == 1 {
				goto done
			}
		}
	}
	fmt.Println("not here")
done:
	fmt.Println("tries", tries)
}

func gotoInBody() {
	for x := range count(2) {
		n := 0
	top:
		if n < x+2 {
			n++
			for y := range count(3) {
				if y == 1 {
					goto top
				}
			}
		}
		fmt.Println("n", n)
	}
}

type big struct{ a, b, c, d, e, f, g, h, i, j int }

func large(n int) big {
	for x := range count(n) {
		if x == 1 {
			return big{a: 1, j: x + 9}
		}
	}
	return big{e: 5}
}

func largeNamed(n int) (r big, _ string) {
	r.b = 7
	for x := range count(n) {
		r.c += x
		if x == 2 {
			r.d = 1
			return r, "two"
		}
	}
	return
}

func main() {
	breaks()
	nested()
	mixed()
	fmt.Println(find(3))
	fmt.Println(find(4))
	fmt.Println(named(3))
	fmt.Println(named(2))
	fmt.Println(named(9))
	gotos()
	gotoInBody()
	fmt.Println(large(1), large(2))
	fmt.Println(largeNamed(2))
	fmt.Println(largeNamed(3))
}
