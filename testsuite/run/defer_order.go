// Defer: order, argument evaluation, named results, loops, conditional, methods.
package main

import "fmt"

type res struct{ name string }

func (r *res) close()    { fmt.Print("close ", r.name, " ") }
func (r res) show(n int) { fmt.Print("show ", r.name, n, " ") }

func order() {
	for i := 0; i < 4; i++ {
		defer fmt.Print(i, " ")
	}
	defer func() { fmt.Print("first ") }()
}

func args() {
	x := 1
	defer fmt.Println("deferred", x)
	defer func() { fmt.Print("closure ", x, " ") }()
	x = 2
}

func named() (n int, s string) {
	defer func() { n++; s += "!" }()
	defer func() { n *= 10 }()
	return 5, "five"
}

func unnamed() int {
	n := 5
	defer func() { n = 100 }()
	return n
}

func conditional(a, b bool) (out string) {
	if a {
		defer func() { out += "a" }()
	}
	if b {
		defer func() { out += "b" }()
	}
	out = "-"
	return out + "+"
}

func methods() {
	r := &res{"one"}
	defer r.close()
	defer r.show(1)
	r.name = "two"
	r = &res{"three"}
	defer r.close()
	defer (*res).close(r)
}

func nested() {
	defer func() {
		defer fmt.Println("inner end")
		defer func() { fmt.Print("inner ") }()
		fmt.Print("outer ")
	}()
}

func make1(s string) func(string) {
	fmt.Print("enter ", s, " ")
	return func(e string) { fmt.Print("leave ", s, e, " ") }
}

func many(n int) (sum int) {
	for i := range n {
		defer func() { sum += i }()
	}
	return 1
}

func inBlocks() {
	{
		defer fmt.Print("block ")
	}
	switch {
	default:
		defer fmt.Print("switch ")
	}
	fmt.Print("body ")
}

func tail(n int) {
	defer func() { fmt.Print(n, " ") }()
	if n > 0 {
		tail(n - 1)
	}
}

func size(m map[string]int) { fmt.Print(len(m), " ") }

func main() {
	order()
	fmt.Println()
	args()
	fmt.Println(named())
	fmt.Println(unnamed())
	fmt.Println(conditional(true, true), conditional(false, true), conditional(true, false), conditional(false, false))
	methods()
	fmt.Println()
	nested()
	func() {
		defer make1("f")("x")
		fmt.Print("work ")
	}()
	fmt.Println()
	fmt.Println(many(1000))
	inBlocks()
	fmt.Println()
	tail(5)
	fmt.Println()
	m := map[string]int{"a": 1}
	func() {
		defer delete(m, "a")
		defer clear([]int{})
		c := make(chan int, 1)
		defer close(c)
		defer size(m)
	}()
	fmt.Println(len(m))
	defer fmt.Println("main end")
}
