// Variables that are assigned before a function literal captures them, and never again, are captured by value; all
// others are shared. Assignments in loops, behind labels, by results and by other literals count.
package main

import (
	"errors"
	"fmt"
)

type wide struct{ a, b, c int }

func straight(n int) func() int {
	if n < 0 {
		n = -n
	}
	x := 1
	x = n * 2
	f := func() int { return x + n }
	return f
}

func after() (int, int) {
	x := 1
	x = 2
	f := func() int { return x }
	before := f()
	x = 3
	return before, f()
}

func inLoop() (fs []func() int) {
	x := 0
	for i := range 3 {
		x = x + i
		fs = append(fs, func() int { return x })
	}
	return fs
}

func ownInLoop() (fs []func() int) {
	for i := range 3 {
		x := i
		x *= 10
		fs = append(fs, func() int { return x })
	}
	return fs
}

func bodyAssigns() (fs []func() int) {
	for i := 0; i < 9; i++ {
		i++
		fs = append(fs, func() int { return i })
		i++
	}
	for i := 0; i < 6; i++ {
		i++
		fs = append(fs, func() int { return i })
	}
	return fs
}

func onlyBody() (fs []func() int) {
	for i := 0; i < 6; {
		i += 2
		fs = append(fs, func() int { return i })
	}
	return fs
}

func back() (fs []func() int) {
	x := 0
	x = 1
again:
	x++
	fs = append(fs, func() int { return x })
	if x < 4 {
		goto again
	}
	return fs
}

func backOver() (out []int) {
	n := 0
	var f func() int
	x := 5
again:
	if f != nil {
		x = 100 + n
		out = append(out, f())
	}
	if n > 1 {
		return out
	}
	n++
	f = func() int { return x }
	goto again
}

func recursive(n int) int {
	var fact func(int) int
	fact = func(k int) int {
		if k < 2 {
			return 1
		}
		return k * fact(k-1)
	}
	return fact(n)
}

func swapped() (int, int) {
	x, y := 1, 2
	x, f := 7, func() int { return x }
	var g func() int
	y, g = 9, func() int { return y }
	return f() + x*10, g() + y*10
}

func result(fail bool) (err error) {
	if fail {
		err = errors.New("first")
		return err
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	return errors.New("second")
}

func early(n int) (out int, text string) {
	if n == 0 {
		return 1, "none"
	}
	defer func() { text = fmt.Sprint(out, " seen") }()
	if n == 1 {
		return 2, "one"
	}
	return n, "many"
}

func pairs(yield func(int, int) bool) {
	for i := range 4 {
		if !yield(i, i*i) {
			return
		}
	}
}

func overFunction() (fs []func() int, last int) {
	sum := 0
	for i, v := range pairs {
		v += 1
		fs = append(fs, func() int { return v*100 + i })
		sum += v
		fs = append(fs, func() int { return sum })
		last = i
	}
	return fs, last
}

func found(want int) (at int) {
	at = -1
	for i, v := range pairs {
		if v == want {
			return i
		}
	}
	return
}

func nested() (func() func() int, func()) {
	w := wide{1, 2, 3}
	w.b = 20
	n := 0
	n = 4
	outer := func() func() int {
		for range 2 {
			n := n
			n++
			_ = n
		}
		return func() int { return w.a + w.b + w.c + n }
	}
	k := 1
	k = 2
	change := func() { k++; fmt.Println("k", k) }
	change()
	return outer, change
}

func deep() (fs []func() int) {
	for i := range 2 {
		x := i
		for j := range 2 {
			x += j
			fs = append(fs, func() int {
				for range 1 {
					x := x
					_ = x
				}
				return x
			})
		}
	}
	return fs
}

func selected() []int {
	c := make(chan int, 2)
	c <- 5
	c <- 6
	var v int
	var fs []func() int
	for range 2 {
		select {
		case v = <-c:
			fs = append(fs, func() int { return v })
		}
	}
	return all(fs)
}

func recovered() (text string) {
	step := "start"
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint(step, " ", r)
		}
	}()
	step = "middle"
	panic("gone")
}

func arrays() func() int {
	a := [2]int{1, 2}
	a[1] = 40
	s := [3]string{"a"}
	s[2] = "c"
	f := func() int { return a[0] + a[1] + len(s[2]) }
	return f
}

func all(fs []func() int) (out []int) {
	for _, f := range fs {
		out = append(out, f())
	}
	return out
}

func main() {
	fmt.Println(straight(-3)(), straight(4)())
	fmt.Println(after())
	fmt.Println(all(inLoop()), all(ownInLoop()), all(bodyAssigns()), all(onlyBody()))
	fmt.Println(all(back()), backOver())
	fmt.Println(recursive(6))
	fmt.Println(swapped())
	fmt.Println(result(true), result(false))
	for n := range 3 {
		fmt.Println(early(n))
	}
	fs, last := overFunction()
	fmt.Println(all(fs), last, found(4), found(5))
	f, change := nested()
	fmt.Println(f()())
	change()
	fmt.Println(all(deep()), selected(), recovered(), arrays()())
}
