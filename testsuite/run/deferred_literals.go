// Deferred literals with parameters: captures by value and by reference, memory arguments, variadic ones, results,
// recovery, loops and bodies of loops over functions.
package main

import "fmt"

type big struct {
	a [5]int
	s string
}

func captures(v string, out *[]string) {
	n := 1
	b := big{s: "captured"}
	defer func(w string, c big) {
		c.a[1] = 9
		n++
		*out = append(*out, fmt.Sprint(w, n, b.s, c))
	}(v, big{a: [5]int{1}, s: "passed"})
	defer func(w string) { *out = append(*out, w+v) }("first ")
	n = 10
}

func recovers() (s string) {
	defer func(prefix string) {
		if r := recover(); r != nil {
			s = prefix + fmt.Sprint(r)
		}
	}("recovered ")
	panic("boom")
}

func recoversRest() (s string) {
	defer func(words ...string) {
		s = fmt.Sprint(words, len(words), recover())
	}("a", "b")
	panic("rest")
}

func results(p *int) {
	defer func(k int) big { *p += k; return big{s: "lost"} }(4)
	defer func() (big, error) { *p *= 3; return big{}, nil }()
	*p = 2
}

func loop(n int) (out []int) {
	for i := range n {
		x := i * i
		defer func(k int) { out = append(out, k, x) }(i + 100)
	}
	return nil
}

func args() (s string) {
	x := 1
	defer func(k int) { s += fmt.Sprint(" x", x, " k", k) }(func() int { x = 7; return x + 1 }())
	x++
	return "r"
}

func seq(yield func(int) bool) {
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func body() (s string) {
	for i := range seq {
		defer func(k int, t string) { s += fmt.Sprint(k, t, i, ";") }(i*2, "t")
	}
	return "body "
}

func generic[T any](v T, out *[]T) {
	defer func(w T, more ...T) { *out = append(append(*out, w, v), more...) }(v, v, v)
}

func self(n int) (total int) {
	defer func(k int) {
		if k > 0 {
			total += k + self(k-1)
		}
	}(n)
	return 1
}

func mem(b big) (r big) {
	p := &b
	defer func(c big) { p.a[0]++; c.a[2] = p.a[0]; r = c }(b)
	b.a[0] = 40
	return
}

func main() {
	var out []string
	captures("v", &out)
	fmt.Println(out)
	fmt.Println(recovers(), recoversRest())
	p := 0
	results(&p)
	fmt.Println(p, loop(3), args(), body())
	var words []string
	generic("g", &words)
	var numbers []int
	generic(5, &numbers)
	fmt.Println(words, numbers, self(4), mem(big{s: "m"}))
	for i := range 200 {
		var list []string
		captures(fmt.Sprint(i), &list)
		if list[0] != fmt.Sprint("first ", i) {
			fmt.Println("wrong", list)
		}
	}
}
