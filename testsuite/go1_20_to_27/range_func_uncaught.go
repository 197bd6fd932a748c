// A panic in the body of a loop over a function ends the program; deferred calls of all functions run first.
package main

import "fmt"

func each(yield func(int) bool) {
	defer fmt.Println("iterator's deferred call")
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}

func main() {
	defer fmt.Println("main's deferred call")
	for x := range each {
		defer fmt.Println("deferred in the body", x)
		if x == 1 {
			panic(fmt.Sprint("uncaught ", x))
		}
	}
}
