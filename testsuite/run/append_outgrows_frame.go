// Appended slices that outgrow their room in the frame: carried by loops, made anew, kept past a release, beside maps, recovered.
package main

import (
	"bytes"
	"fmt"
	"strings"
)

var seven = 7

//go:noinline
func fill(n int) int {
	var out []int
	for i := range n {
		out = append(out, i*seven)
	}
	s := 0
	for _, x := range out {
		s += x
	}
	return s
}

func rows(n int) (total int) {
	var keep []int
	for r := range n {
		if r == 0 {
			keep = append(keep, 0)
			continue
		}
		var row []byte
		for i := range r * 40 {
			row = append(row, byte(i))
		}
		keep = append(keep, len(row))
		total += int(row[len(row)/2:][0:1:1][0]) + cap(row[:0:0])
	}
	for i, k := range keep {
		if k != i*40 {
			panic("keep")
		}
	}
	return
}

func last(n int) []byte {
	var best, prev []byte
	for i := range n {
		var b []byte
		for j := range 100 + i {
			b = append(b, byte(i+j))
		}
		if i%3 == 0 {
			best = b
		}
		if prev != nil && prev[99] != byte(i-1+99) {
			panic("prev")
		}
		prev = b
	}
	return append([]byte(nil), best...)
}

func maps(n int) int {
	m := map[int]int{}
	for i := range n {
		var tmp []int
		for j := range i {
			tmp = append(tmp, j)
		}
		m[i] = len(tmp)
	}
	return len(m)
}

func recovers(n int) (r int) {
	var xs []int
	defer func() {
		if recover() != nil {
			for i, x := range xs {
				if x != i {
					panic("changed")
				}
			}
			r = len(xs)
		}
	}()
	for i := range n {
		xs = append(xs, i)
		if i == 777 {
			panic("x")
		}
	}
	return 0
}

func main() {
	fmt.Println(fill(10), fill(1000), fill(100000))
	fmt.Println(rows(50))
	fmt.Println(len(last(50)), last(50)[99])
	fmt.Println(maps(300))
	fmt.Println(recovers(1000))
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "%d,", i)
		b.WriteString("x")
	}
	fmt.Println(b.Len(), b.String()[500:520])
	var bb bytes.Buffer
	for i := range 500 {
		bb.WriteString(strings.Repeat("ab", i%7))
		bb.WriteByte('c')
	}
	fmt.Println(bb.Len(), string(bb.Bytes()[700:710]))
}
