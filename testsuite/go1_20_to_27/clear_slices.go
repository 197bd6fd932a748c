// clear on slices (1.21): elements become zero, length and capacity stay, parts and type parameters.
package main

import "fmt"

type item struct {
	name string
	next *item
}

func wipe[T any](s []T) []T { clear(s); return s }

func wipeEither[S []string | map[int]string](s S) { clear(s) }

type ints []int

func main() {
	s := []int{1, 2, 3, 4, 5}
	clear(s[1:3])
	fmt.Println(s, len(s), cap(s))
	clear(s[:0])
	clear(s[5:])
	fmt.Println(s)
	items := []item{{"a", nil}, {"b", &item{name: "c"}}}
	clear(items)
	fmt.Println(items, items[1].next == nil)
	fmt.Println(wipe([]string{"x", "y"}), wipe([]any{1, nil, "z"}), wipe([]struct{}{{}, {}}))
	var none []byte
	clear(none)
	fmt.Println(none == nil)
	n := ints{1, 2}
	clear(n)
	m := map[int]string{1: "x"}
	wipeEither(m)
	t := []string{"q"}
	wipeEither(t)
	fmt.Println(n, m, t)
	arr := [4]float64{1, 2, 3, 4}
	clear(arr[2:])
	fmt.Println(arr)
	grid := [][]int{{1, 2}, {3}}
	row := grid[0]
	clear(grid)
	fmt.Println(grid, row, len(grid))
	full := make([]byte, 3, 100)
	copy(full[:100][50:], "hidden")
	clear(full)
	fmt.Println(full, string(full[:100][50:56]))
}
