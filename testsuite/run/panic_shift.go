// A negative shift count.
package main

import "fmt"

func pow2(n int) int { return 1 << n }

func main() {
	for n := 1; ; n-- {
		fmt.Println(pow2(n))
	}
}
