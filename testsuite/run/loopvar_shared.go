//go:build go1.21

package main

import "fmt"

type T struct{ a, b, c int }

func main() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Println("for", i) })
	}
	for k, v := range []string{"a", "b"} {
		fs = append(fs, func() { fmt.Println(k, v) })
	}
	var ps []*T
	for _, v := range []T{{1, 2, 3}, {4, 5, 6}} {
		ps = append(ps, &v)
	}
	for _, p := range ps {
		fmt.Println(*p)
	}
	for c := range "ab" {
		defer func() { fmt.Println("d", c) }()
	}
	for k, v := range map[int]int{1: 2} {
		fs = append(fs, func() { fmt.Println(k, v) })
	}
	for i := range [4]int{} {
		fs = append(fs, func() { fmt.Println(i) })
	}
	s := 0
	for i := 0; i < 10; i++ {
		s += i
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for x := range ch {
		fs = append(fs, func() { fmt.Println("ch", x) })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println(s)
}
