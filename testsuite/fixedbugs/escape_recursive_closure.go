// A function that calls its parameter from a closure that calls itself: the escape analysis once went round for ever.
package main

import "fmt"

func forall(choices [][]string, f func([]string)) {
	x := make([]string, len(choices))
	var recurse func(d int)
	recurse = func(d int) {
		if d >= len(choices) {
			f(x)
			return
		}
		for _, x[d] = range choices[d] {
			recurse(d + 1)
		}
	}
	recurse(0)
}

func main() {
	n := 0
	var again func([]string)
	again = func(x []string) {
		n++
		fmt.Println(n, x)
		if n == 2 {
			forall([][]string{{"z"}}, again)
		}
	}
	forall([][]string{{"a", "b"}, {"c"}, {"d", "e"}}, again)
}
