// Iterators over large structs, arrays, interfaces, functions and several words at once.
package main

import "fmt"

type record struct {
	id    int
	name  string
	marks [6]float64
	inner struct{ a, b, c int32 }
}

func records(n int) func(func(int, record) bool) {
	return func(yield func(int, record) bool) {
		var r record
		for i := range n {
			r.id, r.name = i, fmt.Sprint("r", i)
			r.marks[i%6] = float64(i) / 2
			r.inner.b += int32(i)
			if !yield(i, r) {
				return
			}
			if r.id != i {
				panic("the body changed the iterator's variable")
			}
		}
	}
}

func arrays(yield func([3]string) bool) {
	a := [3]string{"x", "y", "z"}
	for i := range a {
		a[i] += "!"
		if !yield(a) {
			return
		}
	}
}

func funcs(yield func(func(int) int, error) bool) {
	for i := range 3 {
		if !yield(func(n int) int { return n * i }, nil) {
			return
		}
	}
	yield(nil, fmt.Errorf("done"))
}

func slices(yield func([]int, complex128) bool) {
	buf := []int{0}
	for i := range 3 {
		buf = append(buf, i)
		if !yield(buf[:len(buf):len(buf)], complex(float64(i), -1)) {
			return
		}
	}
}

func find(n int) (r record, ok bool) {
	for _, x := range records(10) {
		x.id += 100
		if x.id == n+100 {
			return x, true
		}
	}
	return
}

func main() {
	var kept []*record
	for i, r := range records(4) {
		r.id = -i
		if i%2 == 1 {
			kept = append(kept, &r)
		}
		r.name += "#"
	}
	for _, k := range kept {
		fmt.Println(k.id, k.name, k.marks, k.inner)
	}
	var all [][3]string
	for a := range arrays {
		a[0] = a[0] + "?"
		all = append(all, a)
	}
	fmt.Println(all)
	for f, err := range funcs {
		if err != nil {
			fmt.Println(err, f == nil)
			continue
		}
		fmt.Print(f(7), " ")
	}
	for s, c := range slices {
		s = append(s, 100)
		fmt.Println(s, c)
	}
	fmt.Println(find(3))
	fmt.Println(find(30))
	var last record
	var idx [1]int
	for idx[0], last = range records(3) {
	}
	fmt.Println(idx, last.name, last.inner.b)
}
