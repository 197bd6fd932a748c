// Defers of loop bodies over functions beside those of the function, with recover and variadic arguments.
package main

import "fmt"

func three(yield func(int) bool) {
	for i := 1; i <= 3; i++ {
		if !yield(i) {
			return
		}
	}
}

type Z struct{}

func zs(z ...Z)       { fmt.Println(len(z), recover()) }
func rs(xs ...string) { xs[0] += "!"; fmt.Println(xs, recover()) }

func f() (s string) {
	defer func() { fmt.Println("own", s) }()
	for i := range 2 {
		for x := range three {
			defer fmt.Println("deferred", i, x)
			defer func() { s += "x" }()
			defer rs("a", "b")
			if i == 1 && x == 2 {
				panic("p")
			}
		}
		defer zs(Z{}, Z{})
		defer fmt.Println("between", i, s)
	}
	return "end"
}

func main() {
	fmt.Println(f())
	done := make(chan bool)
	go func(xs ...int) { fmt.Println(xs); done <- true }(1, 2, 3)
	<-done
}
