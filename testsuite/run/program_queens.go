// N queens by backtracking, with bit masks and with slices.
package main

import "fmt"

func masks(n int, cols, left, right uint, row int) (count int) {
	if row == n {
		return 1
	}
	for free := ^(cols | left | right) & (1<<n - 1); free != 0; {
		bit := free & -free
		free &^= bit
		count += masks(n, cols|bit, (left|bit)<<1, (right|bit)>>1, row+1)
	}
	return
}

func first(n int) []int {
	at := make([]int, 0, n)
	var place func() bool
	place = func() bool {
		row := len(at)
		if row == n {
			return true
		}
	next:
		for c := range n {
			for r, q := range at {
				if q == c || q-c == row-r || c-q == row-r {
					continue next
				}
			}
			at = append(at, c)
			if place() {
				return true
			}
			at = at[:row]
		}
		return false
	}
	if !place() {
		return nil
	}
	return at
}

func main() {
	for n := 1; n <= 9; n++ {
		fmt.Print(masks(n, 0, 0, 0, 0), " ")
	}
	fmt.Println()
	for _, n := range []int{3, 8} {
		at := first(n)
		fmt.Println(at == nil, at)
		for _, c := range at {
			row := make([]byte, n)
			for i := range row {
				row[i] = ".Q"[b2i(i == c)]
			}
			fmt.Println(string(row))
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
