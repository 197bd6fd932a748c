// Combinatorics: permutations, subsets, combinations, Gray codes, sudoku.
package main

import (
	"fmt"
	"strings"
)

func permute(xs []string, visit func([]string)) {
	var rec func(int)
	rec = func(k int) {
		if k == len(xs) {
			visit(xs)
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
}

func next(a []int) bool {
	i := len(a) - 2
	for i >= 0 && a[i] >= a[i+1] {
		i--
	}
	if i < 0 {
		return false
	}
	j := len(a) - 1
	for a[j] <= a[i] {
		j--
	}
	a[i], a[j] = a[j], a[i]
	for l, r := i+1, len(a)-1; l < r; l, r = l+1, r-1 {
		a[l], a[r] = a[r], a[l]
	}
	return true
}

func combinations(n, k int) (out [][]int) {
	var pick func(from int, cur []int)
	pick = func(from int, cur []int) {
		if len(cur) == k {
			out = append(out, append([]int(nil), cur...))
			return
		}
		for i := from; i < n; i++ {
			pick(i+1, append(cur, i))
		}
	}
	pick(0, nil)
	return
}

type sudoku [81]byte

func (s *sudoku) allowed(at int, d byte) bool {
	r, c := at/9, at%9
	for i := range 9 {
		if s[r*9+i] == d || s[i*9+c] == d || s[(r/3*3+i/3)*9+c/3*3+i%3] == d {
			return false
		}
	}
	return true
}

func (s *sudoku) solve(at int) bool {
	for at < 81 && s[at] != '.' {
		at++
	}
	if at == 81 {
		return true
	}
	for d := byte('1'); d <= '9'; d++ {
		if s.allowed(at, d) {
			s[at] = d
			if s.solve(at + 1) {
				return true
			}
		}
	}
	s[at] = '.'
	return false
}

func main() {
	var all []string
	permute(strings.Split("abc", ""), func(p []string) { all = append(all, strings.Join(p, "")) })
	fmt.Println(all)
	a := []int{1, 1, 2, 3}
	n := 1
	for next(a) {
		n++
	}
	fmt.Println(n, a)
	c := combinations(5, 3)
	fmt.Println(len(c), c)
	set := []string{"x", "y", "z"}
	for m := range 1 << len(set) {
		var sub []string
		for i, s := range set {
			if m>>i&1 == 1 {
				sub = append(sub, s)
			}
		}
		fmt.Print(sub, " ")
	}
	fmt.Println()
	for i := range 8 {
		fmt.Printf("%03b ", i^i>>1)
	}
	fmt.Println()
	puzzle := sudoku([]byte("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"))
	fmt.Println(puzzle.solve(0))
	for r := range 9 {
		fmt.Println(string(puzzle[r*9 : r*9+9]))
	}
	impossible := sudoku([]byte("11" + strings.Repeat(".", 79)))
	impossible[80] = '.'
	fmt.Println(impossible.allowed(2, '1'), impossible.allowed(2, '2'))
}
