// Variables of the function, of the loop and of outer bodies, shared with closures that outlive the loop.
package main

import "fmt"

func pairs(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := range n {
			if !yield(i, string(rune('a'+i))) {
				return
			}
		}
	}
}

type point struct{ x, y int }

func closures() []func() string {
	var fs []func() string
	total := 0
	for i, s := range pairs(3) {
		total += i
		local := point{i, total}
		fs = append(fs, func() string {
			i++
			s += "!"
			local.x += 10
			total++
			return fmt.Sprint(i, s, local, total)
		})
	}
	return fs
}

func pointers() []*int {
	var ps []*int
	for i := range pairs(3) {
		ps = append(ps, &i)
	}
	return ps
}

func outerVariables() {
	words := map[string]int{}
	var last *point
	grid := [2][2]int{}
	for i, s := range pairs(4) {
		for j, t := range pairs(4) {
			words[s+t]++
			grid[i%2][j%2] += i * j
			if i < j {
				last = &point{i, j}
			}
		}
	}
	fmt.Println(len(words), *last, grid)
}

func shadow() {
	x := 1
	for x := range pairs(x + 2) {
		x := x * 2
		fmt.Print(x, " ")
	}
	fmt.Println(x)
}

type counter struct{ n int }

func (c *counter) inc() int { c.n++; return c.n }

func receiver() {
	var c counter
	for range pairs(3) {
		c.inc()
		func() {
			for range pairs(2) {
				c.inc()
			}
		}()
	}
	f := c.inc
	for range pairs(2) {
		f()
	}
	fmt.Println(c)
}

func goroutines() {
	ch := make(chan int)
	for i := range pairs(4) {
		go func() { ch <- i * i }()
	}
	sum := 0
	for range pairs(4) {
		sum += <-ch
	}
	fmt.Println(sum)
}

func selects() {
	a, b := make(chan int, 4), make(chan string, 4)
	for i, s := range pairs(4) {
		if i%2 == 0 {
			a <- i
		} else {
			b <- s
		}
	}
loop:
	for {
		for range pairs(10) {
			select {
			case x := <-a:
				fmt.Print("int ", x, " ")
			default:
				select {
				case s := <-b:
					fmt.Print("string ", s, " ")
				default:
					break loop
				}
			}
		}
	}
	fmt.Println()
}

func typeSwitch(vs ...any) (out string) {
	each := func(yield func(any) bool) {
		for _, v := range vs {
			if !yield(v) {
				return
			}
		}
	}
	for v := range each {
		switch v := v.(type) {
		case int:
			if v == 0 {
				break
			}
			out += fmt.Sprint("int ", v, ";")
			continue
		case string:
			out += "string " + v + ";"
			defer func() { out += "deferred " + v }()
			fallthroughs(v)
			continue
		case nil:
			return out + "nil;"
		}
		out += "other;"
	}
	return
}

func fallthroughs(s string) {
	for i := range pairs(3) {
		switch i {
		case 0:
			fallthrough
		case 1:
			fmt.Print(s, i, " ")
		default:
			fmt.Println()
		}
	}
}

func main() {
	fs := closures()
	for _, f := range fs {
		fmt.Println(f(), f())
	}
	for _, p := range pointers() {
		*p += 5
		fmt.Print(*p, " ")
	}
	fmt.Println()
	outerVariables()
	shadow()
	receiver()
	goroutines()
	selects()
	fmt.Println(typeSwitch(1, 0, "s", 2.5, nil, 3))
}
