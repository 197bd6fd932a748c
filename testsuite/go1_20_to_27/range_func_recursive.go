// Recursive iterators: permutations, paths through a tree, nested ranges over the same iterator.
package main

import "fmt"

func permutations(s []int) func(func([]int) bool) {
	return func(yield func([]int) bool) {
		var rec func(k int) bool
		rec = func(k int) bool {
			if k == len(s) {
				return yield(s)
			}
			for i := k; i < len(s); i++ {
				s[k], s[i] = s[i], s[k]
				ok := rec(k + 1)
				s[k], s[i] = s[i], s[k]
				if !ok {
					return false
				}
			}
			return true
		}
		rec(0)
	}
}

type dir struct {
	name string
	subs []*dir
}

func (d *dir) walk(prefix string) func(func(string, *dir) bool) {
	return func(yield func(string, *dir) bool) {
		path := prefix + "/" + d.name
		if !yield(path, d) {
			return
		}
		for _, s := range d.subs {
			for p, sub := range s.walk(path) {
				if !yield(p, sub) {
					return
				}
			}
		}
	}
}

func depth(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		if n == 0 {
			yield(0)
			return
		}
		for x := range depth(n - 1) {
			if !yield(x + 1) {
				return
			}
		}
	}
}

func primes(yield func(int) bool) {
	for n := 2; ; n++ {
		prime := true
		if n < 4 {
			if !yield(n) {
				return
			}
			continue
		}
		for p := range primes {
			if p*p > n {
				break
			}
			if n%p == 0 {
				prime = false
				break
			}
		}
		if prime && !yield(n) {
			return
		}
	}
}

func hanoi(n int, a, b, c string) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		if n == 0 {
			return
		}
		for x, y := range hanoi(n-1, a, c, b) {
			if !yield(x, y) {
				return
			}
		}
		if !yield(a, c) {
			return
		}
		hanoi(n-1, b, a, c)(yield)
	}
}

func main() {
	n := 0
	for p := range permutations([]int{1, 2, 3, 4}) {
		if n++; n > 5 {
			break
		}
		fmt.Println(p)
	}
	root := &dir{"r", []*dir{{"a", []*dir{{"x", nil}}}, {"b", nil}, {"c", []*dir{{"y", nil}}}}}
	for p, d := range root.walk("") {
		if d.name == "c" {
			fmt.Println("stop at", p)
			break
		}
		fmt.Println(p, len(d.subs))
	}
	for d := range depth(50) {
		fmt.Println("depth", d)
	}
	for p := range primes {
		if p > 50 {
			break
		}
		fmt.Print(p, " ")
	}
	fmt.Println()
	moves := 0
	for from, to := range hanoi(5, "A", "B", "C") {
		moves++
		if moves < 4 {
			fmt.Println(from, to)
		}
	}
	fmt.Println(moves)
}
