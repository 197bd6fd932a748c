// An array that append made is carried through a loop whose iterations give back what else they allocate.
package main

import "fmt"

func clip[T any](s []T) []T { return s[:len(s):len(s)] }

//go:noinline
func mk(n int, xs []int) []int {
	var b []int
	for i := range n {
		b = append(b, i)
	}
	return append(b, xs...)
}

//go:noinline
func str(n int) string {
	s := "ab"
	for i := range n {
		s += string(rune('a' + i))
	}
	return s
}

//go:noinline
func sum(s []int) (h int) {
	for _, x := range s {
		h = h*31 + x
	}
	return
}

func f(n int, g []int) {
	v := mk(n, g)
	for _, x := range v {
		s := str(x)
		if len(s) > 4 {
			continue
		}
		m := map[string]int{s: 1}
		fmt.Println(len(m), s)
	}
	fmt.Println(sum(v))
	for i := 2; i > 0; i-- {
		v = append(clip(v), n+i)
	}
	fmt.Println(sum(v))
	for i := 2; i > 0; i-- {
		v = append(clip(v), n+i)
		w := str(i)
		fmt.Println(w)
	}
	fmt.Println(sum(v))
}

func main() {
	f(4, []int{5, 6})
}
