// A pointer appended to a global slice escapes.
package main

import "fmt"

var all []*int

func remember(v int) {
	x := v
	all = append(all, &x)
}

func main() {
	for i := range 3 {
		remember(i * i)
	}
	sum := 0
	for _, p := range all {
		sum += *p
	}
	fmt.Println(len(all), sum)
}
