// A pointer stored in a global map escapes.
package main

import "fmt"

type user struct{ name string }

var users = map[string]*user{}

func register(name string) {
	u := user{name}
	users[name] = &u
}

func main() {
	register("ann")
	register("bob")
	fmt.Println(len(users), users["bob"].name)
}
