// Slices of all element kinds, growing, shared, kept by interior pointers.
package main

import "fmt"

type cell struct {
	id  int
	ptr *int
	tag string
}

func main() {
	var inner []*int
	for i := range 5000 {
		s := make([]cell, 10)
		for j := range s {
			v := i*10 + j
			s[j] = cell{v, &s[(j+1)%10].id, fmt.Sprint(v)}
		}
		if i%50 == 0 {
			inner = append(inner, s[4].ptr, &s[9].id)
		}
	}
	bad := 0
	for i := 0; i < len(inner); i += 2 {
		base := i / 2 * 500
		if *inner[i] != base+5 || *inner[i+1] != base+9 {
			bad++
		}
	}
	fmt.Println(len(inner), bad)
	grid := make([][][]int32, 20)
	for i := range grid {
		for j := range 50 {
			row := make([]int32, j)
			for k := range row {
				row[k] = int32(i * j * k)
			}
			grid[i] = append(grid[i], row)
		}
	}
	var total int64
	for _, p := range grid {
		for _, r := range p {
			for _, v := range r {
				total += int64(v)
			}
		}
	}
	fmt.Println(total)
	queue := []any{0}
	seen := 0
	for len(queue) > 0 && seen < 100000 {
		switch v := queue[0].(type) {
		case int:
			queue = append(queue, fmt.Sprint(v), []int{v})
		case string:
			queue = append(queue, len(v)+seen)
		case []int:
			v[0]++
		}
		queue = queue[1:]
		seen++
	}
	fmt.Println(seen, len(queue))
	big := make([]byte, 0)
	for i := range 1 << 20 {
		big = append(big, byte(i*7))
	}
	crc := uint32(0)
	for _, b := range big {
		crc = crc*31 + uint32(b)
	}
	fmt.Println(len(big), crc)
}
