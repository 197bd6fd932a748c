// A panic with a formatted string of several lines.
package main

import "fmt"

func check(name string, got, want int) {
	if got != want {
		panic(fmt.Sprintf("%s:\n\tgot %d\n\twant %d", name, got, want))
	}
}

func main() {
	check("one", 1, 1)
	check("two", 3, 2)
}
