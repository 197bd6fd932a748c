// A panic with a struct value prints its type and an address.
package main

import "fmt"

type state struct {
	code int
	text string
}

func main() {
	fmt.Println("start")
	panic(state{4, "broken"})
}
