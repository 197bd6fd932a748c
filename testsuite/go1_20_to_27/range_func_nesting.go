// Loops over functions inside and around every other statement: labeled switches and selects, literals, package-level
// initialisers, init functions, deferred and started functions.
package main

import "fmt"

func up(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

var early = func() (s string) {
	for i := range up(3) {
		s += fmt.Sprint(i)
		if i == 1 {
			return s + "!"
		}
	}
	return
}()

var table = map[string]func(int) int{
	"sum": func(n int) (t int) {
		for i := range up(n + 1) {
			t += i
		}
		return
	},
	"first": func(n int) int {
		for i := range up(n) {
			return i + 100
		}
		return -1
	},
}

func init() {
	for i := range up(2) {
		for range up(2) {
			if i == 1 {
				return
			}
			table[fmt.Sprint("init", i)] = func(n int) int { return n * i }
		}
	}
}

func labels(mode int, c chan int) (out []string) {
sw:
	switch {
	case mode == 0:
		for i := range up(5) {
			switch i {
			case 1:
				continue
			case 3:
				break sw
			case 2:
				break
			}
			out = append(out, fmt.Sprint("a", i))
		}
		out = append(out, "not here")
	case mode == 1:
	sel:
		select {
		case v := <-c:
			for i := range up(v) {
				if i == 2 {
					break sel
				}
				out = append(out, fmt.Sprint("b", i))
			}
			out = append(out, "not here")
		}
		out = append(out, "behind select")
	default:
	ts:
		switch x := any(mode).(type) {
		case int:
			for i := range up(x) {
				for range up(i) {
					if i == 2 {
						break ts
					}
					out = append(out, fmt.Sprint("c", i))
				}
			}
		}
	}
	return append(out, "end")
}

func literals() (total int) {
	for i := range up(3) {
		f := func(k int) int {
			for j := range up(k + 2) {
				if j == k {
					return func() int {
						for x := range up(j + 1) {
							if x == j {
								return x*10 + i
							}
						}
						return -1
					}()
				}
			}
			return -2
		}
		defer func(n int) {
			for x := range up(n) {
				total += x
			}
		}(i + 2)
		total += f(i)
	}
	return
}

func started() int {
	ch := make(chan int)
	for i := range up(3) {
		go func() {
			for x := range up(10) {
				if x == i*2 {
					ch <- x
					return
				}
			}
		}()
	}
	sum := 0
	for range up(3) {
		sum += <-ch
	}
	return sum
}

func loops() (s string) {
outer:
	for i := 0; i < 4; i++ {
		for _, r := range "xyz" {
			for j := range up(3) {
				for k, v := range map[int]string{j: "v"} {
					if i == 1 {
						continue outer
					}
					if j == 2 || i == 2 && r == 'y' {
						break
					}
					if i == 3 {
						break outer
					}
					s += fmt.Sprint(i, string(r), k, v, " ")
				}
			}
		}
	}
	return
}

func conditions() string {
	n := 0
	for func() bool {
		for i := range up(3) {
			n += i
			if n > 7 {
				return false
			}
		}
		return true
	}() {
	}
	if m := func() int {
		for i := range up(9) {
			if i*i > n {
				return i
			}
		}
		return 0
	}(); m > 2 {
		return fmt.Sprint("n ", n, " m ", m)
	}
	return "small"
}

func main() {
	fmt.Println(early, table["sum"](4), table["first"](1), table["first"](0), table["init0"](7), table["init1"] == nil)
	c := make(chan int, 1)
	c <- 4
	fmt.Println(labels(0, nil), labels(1, c), labels(4, nil))
	fmt.Println(literals(), started())
	fmt.Println(loops())
	fmt.Println(conditions())
}
