// Defers in loops with captured variables, results, receivers and recovery in the middle.
package main

import "fmt"

type stack struct{ items []int }

func (s *stack) push(v int) func() { s.items = append(s.items, v); return s.pop }
func (s *stack) pop()              { s.items = s.items[:len(s.items)-1] }

func total(xs []int) (sum int, err error) {
	for i, x := range xs {
		defer func() {
			if x < 0 {
				err = fmt.Errorf("negative at %d", i)
				return
			}
			sum += x
		}()
	}
	return
}

func unwind(n int) (log []string) {
	for i := range n {
		defer func() {
			if r := recover(); r != nil {
				log = append(log, fmt.Sprint(i, "<-", r))
			}
			if i > 0 && i%2 == 0 {
				panic(fmt.Sprint("p", i))
			}
		}()
	}
	panic("start")
}

func mixed(k int) (out string) {
	defer func() { out += "|first" }()
	for i := 0; i < k; i++ {
		if i == 1 {
			continue
		}
		defer func(s string) { out += s }(fmt.Sprint(i))
		if i == 3 {
			return "early"
		}
	}
	defer func() { out += "last" }()
	return "normal "
}

func pointers() (vals []int) {
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
		defer func() { *ps[0] += i; vals = append(vals, *ps[0]) }()
	}
	return nil
}

func main() {
	fmt.Println(total([]int{1, 2, 3}))
	fmt.Println(total([]int{1, -2, 3}))
	fmt.Println(unwind(7))
	fmt.Println(mixed(1), mixed(3), mixed(10))
	fmt.Println(pointers())
	s := &stack{}
	func() {
		for i := range 4 {
			defer s.push(i)()
		}
		fmt.Println(s.items)
	}()
	fmt.Println(s.items)
	for i := range 3 {
		func() {
			defer fmt.Print("d", i, " ")
			if i == 1 {
				return
			}
			fmt.Print("b", i, " ")
		}()
	}
	fmt.Println()
	var fs []func()
	for i := range 3 {
		fs = append(fs, func() {
			defer func() { fmt.Print(recover(), " ") }()
			_ = []int{}[i]
		})
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}
