// A new panic after a recovered one.
package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		panic(fmt.Sprintf("replaced %v", r))
	}()
	var m map[string]int
	m["x"] = 1
}
