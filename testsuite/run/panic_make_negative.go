// make with a negative length.
package main

import "fmt"

func zeros(n int) []int { return make([]int, n) }

func main() {
	for n := 2; ; n -= 2 {
		fmt.Println(len(zeros(n)))
	}
}
