// Arrays in structs in slices in maps: which copies, which refers.
package main

import "fmt"

type row struct {
	cells [3]int
	sub   []int
}

type sheet struct {
	rows [2]row
	meta map[string][2]int
}

func bump(s sheet) sheet {
	s.rows[0].cells[0]++
	s.rows[1].sub[0]++
	s.meta["m"] = [2]int{9, 9}
	return s
}

func last(a *[4]int) []int { return a[2:] }

func main() {
	s := sheet{[2]row{{[3]int{1, 2, 3}, []int{4}}, {sub: []int{5}}}, map[string][2]int{"m": {1, 2}}}
	t := bump(s)
	fmt.Println(s, t)
	list := []sheet{s, t}
	for _, x := range list {
		x.rows[0].cells[1] = 100
		x.rows[0].sub[0]++
	}
	for i := range list {
		list[i].rows[0].cells[2] *= 10
		r := &list[i].rows[1]
		r.cells[0] = i + 1
	}
	fmt.Println(list[0].rows, list[1].rows)
	m := map[string]row{"k": {[3]int{7}, nil}}
	r := m["k"]
	r.cells[1] = 8
	fmt.Println(m["k"].cells, r.cells, m["none"].cells[2], len(m["none"].sub))
	m["k"] = r
	fmt.Println(m["k"].cells[1])
	arr := [4]int{1, 2, 3, 4}
	l := last(&arr)
	l[0] = 30
	copied := arr
	l[1] = 40
	fmt.Println(arr, copied, l, cap(l))
	aa := [2][2][2]int{{{1, 2}, {3, 4}}}
	bb := aa[0]
	bb[1][0] = 99
	cc := &aa[0][1]
	cc[1] = 44
	fmt.Println(aa, bb)
	f := func(a [2][2]int) (sum int) {
		for _, x := range a {
			for j := range x {
				sum += x[j]
				a[1][j] = 0
			}
		}
		return
	}
	fmt.Println(f(bb), bb, f(aa[0]))
	ch := make(chan [2]row, 1)
	v := s.rows
	ch <- v
	v[0].cells[0] = -1
	got := <-ch
	fmt.Println(got[0].cells[0], v[0].cells[0], got[0].sub[0] == v[0].sub[0])
	var e any = arr
	arr[0] = 1000
	x := e.([4]int)
	x[1] = 2000
	fmt.Println(e, x, arr)
	i, y := 1, [3]string{"a", "b", "c"}
	y[i], i = "z", 2
	y[0], y[1], y[2] = y[2], y[0], y[1]
	fmt.Println(i, y, len([...]int{9: 1}), [3]int{1, 2} == [...]int{1, 2, 0})
	slices := [2][]int{{1, 2}, {3}}
	other := slices
	other[0][0] = 50
	other[1] = append(other[1], 4)
	fmt.Println(slices, other)
	w := [5]int{0, 1, 2, 3, 4}
	for i, v := range w[1:4] {
		w[i] += v * 10
	}
	fmt.Println(w)
}
