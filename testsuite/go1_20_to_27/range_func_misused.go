// An iterator that goes on after break ends the program with the runtime's error.
package main

import "fmt"

func stubborn(yield func(int) bool) {
	for i := range 3 {
		fmt.Println("yield", i, yield(i))
	}
}

func main() {
	for x := range stubborn {
		if x == 1 {
			break
		}
	}
	fmt.Println("not reached")
}
