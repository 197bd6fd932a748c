// Iterators that hold resources: released on exhaustion, break, return, panic and goto alike.
package main

import "fmt"

type pool struct{ open, total int }

func (p *pool) rows(n int) func(func(int, *string) bool) {
	return func(yield func(int, *string) bool) {
		p.open++
		p.total++
		defer func() {
			p.open--
			if r := recover(); r != nil {
				fmt.Print("release after ", r, "; ")
				panic(r)
			}
		}()
		buf := "row"
		for i := range n {
			buf += "."
			if !yield(i, &buf) {
				return
			}
		}
	}
}

func (p *pool) search(want int) (found string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("search: %v", r)
		}
	}()
	for i, s := range p.rows(4) {
		for j := range p.rows(2) {
			switch {
			case i == want:
				return *s, nil
			case want < 0:
				panic(fmt.Sprint("bad ", want))
			case j == 1:
				goto next
			}
		}
		fmt.Println("never")
	next:
	}
	return "", nil
}

func main() {
	var p pool
	fmt.Println(p.search(2))
	fmt.Println(p)
	fmt.Println(p.search(9))
	fmt.Println(p)
	fmt.Println(p.search(-1))
	fmt.Println(p)
	var kept []*string
outer:
	for range 3 {
		for _, s := range p.rows(3) {
			kept = append(kept, s)
			*s += "!"
			if len(kept) > 4 {
				break outer
			}
		}
	}
	fmt.Println(p, len(kept), *kept[0], *kept[3], kept[0] == kept[2])
}
