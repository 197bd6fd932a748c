package main

import "fmt"

func main() {
	var fs []func() int
	for i, j := 0, 10; i < j; i, j = i+1, j-1 {
		fs = append(fs, func() int { return i*100 + j })
	}
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for i := 0; i < 3; func() { i++ }() {
		fs = append(fs, func() int { return i })
	}
	for i := 0; i < 6; i++ {
		if i == 2 {
			i = 3
		}
		fs = append(fs, func() int { return i })
	}
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { return func() int { return i }() })
		for k := i; k < i+2; k++ {
			fs = append(fs, func() int { return i*10 + k })
		}
		continue
	}
	var p []*int
	for i := 0; i < 3; i++ {
		p = append(p, &i)
		fs = append(fs, func() int { return i })
	}
	*p[1] = 77
	for i, f := 0, func() int { return 1 }; i < 2; i, f = i+1, func() int { return i } {
		fs = append(fs, f, func() int { return f() + 1000 })
	}
	for s := []int{1, 2, 3}; len(s) > 0; s = s[1:] {
		fs = append(fs, func() int { n := 0; for _, v := range s { n += v }; return n })
	}
	for i := 0; i < 2; i++ {
		defer func() { fmt.Println("d", i) }()
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}
