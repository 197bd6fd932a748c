// Divisions, remainders and products by constants, at the edges of their types and in loops.
package main

import "fmt"

var ints = []int{0, 1, -1, 2, -2, 3, 7, 8, -8, 9, 1<<31 - 1, -1 << 31, 1<<63 - 1, -1 << 63, -1<<63 + 1}

//go:noinline
func ints64(x int) []any {
	return []any{x%2 == 0, x%8 != 0, x%1 == 0, x%(1<<62) == 0, x%6 == 0, x%8 == 1, x / 8, x % 8, x * 3, x * 24, x * 40, x * 72, x * -3, x * 5, x * 9, x * 0}
}

//go:noinline
func ints32(x int32) []any {
	return []any{x%2 == 0, x%(1<<30) != 0, x * 3, x * 48, x * 9, x * -24, x / 10, x % 10}
}

//go:noinline
func ints8(x int8, y uint8) []any {
	return []any{x%4 == 0, x * 3, x * 24, x * 80, y%4 == 0, y * 3, y * 72, y * 160, x / 3, y / 3}
}

//go:noinline
func steps(table *[50]int, limit int) (sum int) {
	for i := 1; i < 100; i++ {
		for j := i + i; j < 500; j += i {
			sum += table[j/10] + table[j%50]*2 + j/7*3 + j%9
		}
	}
	for i := 0; i < limit; i++ {
		sum += table[i%50] - i/3 + i%4
	}
	for i := limit; i > -limit; i -= 3 {
		sum += i/4 + i%4*5 + i/10*7
	}
	return sum
}

//go:noinline
func overflows(step int) (n int) {
	for j := step; j < 1<<62; j += step {
		n++
		if n > 100 || j < 0 {
			break
		}
		n += j % 16 / 16
	}
	return n
}

//go:noinline
func outside(table *[10]int, x, limit int) (r string) {
	defer func() { r = fmt.Sprint(recover()) }()
	for j := x; j < limit; j += x {
		table[j/10]++
	}
	return fmt.Sprint(table[x/10], table[x%10])
}

type row struct{ a, b, c int }

//go:noinline
func rows(all []row, grid [][]string, i, j int) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(e)
		}
	}()
	return fmt.Sprint(all[i], grid[i][j], all[i+1].c, len(grid[j]))
}

func main() {
	for _, x := range ints {
		fmt.Println(x, ints64(x))
		fmt.Println(ints32(int32(x)), ints8(int8(x), uint8(x)))
	}
	var table [50]int
	for i := range table {
		table[i] = i * i
	}
	fmt.Println(steps(&table, 1234))
	fmt.Println(overflows(1<<61), overflows(1<<62-1), overflows(-5), overflows(3))
	var small [10]int
	fmt.Println(outside(&small, 5, 60), outside(&small, 7, 101), outside(&small, -7, 60), outside(&small, 9, 120))
	all := []row{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	grid := [][]string{{"a"}, {"b", "c"}, {}}
	fmt.Println(rows(all, grid, 0, 0), rows(all, grid, 1, 1), rows(all, grid, 1, 2), rows(all, grid, 2, 0), rows(all, grid, -1, 0))
}
