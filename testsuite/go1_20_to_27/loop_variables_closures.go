// A new variable in each iteration (1.22): closures in every form of loop.
package main

import "fmt"

func call(fs []func() int) {
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	call(fs)
	call(fs)

	fs = nil
	for i, j := 0, 10; i < j; i, j = i+3, j-1 {
		fs = append(fs, func() int { return i*100 + j })
	}
	call(fs)

	fs = nil
	for i, s := range []string{"a", "bb", "ccc"} {
		fs = append(fs, func() int { s += "x"; return i*10 + len(s) })
	}
	call(fs)
	call(fs)

	fs = nil
	for k, v := range map[string]int{"only": 4} {
		fs = append(fs, func() int { v++; return v + len(k) })
	}
	call(fs)
	call(fs)

	fs = nil
	for i := range 3 {
		i *= 2
		fs = append(fs, func() int { i++; return i })
	}
	call(fs)
	call(fs)

	fs = nil
	for i, r := range "aé" {
		fs = append(fs, func() int { return i*1000 + int(r) })
	}
	call(fs)

	fs = nil
	ch := make(chan int, 3)
	ch <- 5
	ch <- 6
	close(ch)
	for v := range ch {
		fs = append(fs, func() int { return v })
	}
	call(fs)

	fs = nil
	for i := 0; i < 6; i++ {
		if i%2 == 0 {
			continue
		}
		fs = append(fs, func() int { return i })
	}
	call(fs)
}
