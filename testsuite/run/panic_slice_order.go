// A string slice whose low bound is above the high one.
package main

import "fmt"

func between(s string, lo, hi int) string { return s[lo:hi] }

func main() {
	fmt.Println(between("golift", 2, 4))
	fmt.Println(between("golift", 4, 2))
}
