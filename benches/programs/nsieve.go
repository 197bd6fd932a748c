package main

import "fmt"

// A two-dimensional sieve: flags[r][c] stands for r*size+c.
const size = 2000

func sieve(flags [][]bool) int {
	for _, row := range flags {
		for c := range row {
			row[c] = true
		}
	}
	count := 0
	for i := 2; i < size*size; i++ {
		if flags[i/size][i%size] {
			count++
			for j := i + i; j < size*size; j += i {
				flags[j/size][j%size] = false
			}
		}
	}
	return count
}

func main() {
	flags := make([][]bool, size)
	for i := range flags {
		flags[i] = make([]bool, size)
	}
	total := 0
	for i := 0; i < 5; i++ {
		total += sieve(flags)
	}
	fmt.Println(total)
}
