// A comparison of interfaces that hold maps.
package main

import "fmt"

type box struct{ v any }

func main() {
	a, b := box{1}, box{1}
	fmt.Println(a == b)
	a.v, b.v = map[string]int{}, map[string]int{}
	fmt.Println(a == b)
}
