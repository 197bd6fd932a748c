// Recursion to a million levels grows the stack; pointers into it stay valid.
package main

import "fmt"

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return depth(n-1) + 1
}

func isEven(n int) bool {
	if n == 0 {
		return true
	}
	return isOdd(n - 1)
}

func isOdd(n int) bool {
	if n == 0 {
		return false
	}
	return isEven(n - 1)
}

func chain(n int, prev *int) int {
	local := n
	if prev != nil {
		*prev += n
	}
	if n == 0 {
		return 0
	}
	r := chain(n-1, &local)
	return r + local
}

type frame struct{ data [16]int }

func wide(n int, f frame) int {
	f.data[n%16] = n
	if n == 0 {
		return f.data[1]
	}
	return wide(n-1, f) + f.data[n%16]
}

func ackermann(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

func deferred(n int, sum *int) {
	if n > 0 {
		defer func() { *sum += n }()
		deferred(n-1, sum)
	}
}

func main() {
	fmt.Println(depth(1000000))
	fmt.Println(isEven(1000001), isOdd(777777))
	fmt.Println(chain(100000, nil))
	fmt.Println(wide(20000, frame{}))
	fmt.Println(ackermann(2, 300), ackermann(3, 6))
	s := 0
	deferred(20000, &s)
	fmt.Println(s)
	done := make(chan int)
	for range 4 {
		go func() { done <- depth(200000) }()
	}
	fmt.Println(<-done + <-done + <-done + <-done)
	var f func(int) int
	f = func(n int) int {
		if n == 0 {
			return 1
		}
		return f(n-1) ^ n
	}
	fmt.Println(f(300000))
}
