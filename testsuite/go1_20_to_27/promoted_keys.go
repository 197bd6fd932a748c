// Keys of promoted fields in struct literals (1.27).
package main

import "fmt"

type Base struct {
	ID   int
	Name string
}

type Mid struct {
	Base
	Level int
}

type Other struct{ Flag bool }

type Top struct {
	Mid
	Other
	Own string
}

type G[T any] struct{ Value T }

type Holder struct {
	G[string]
	N int
}

func next(n *int) int { *n++; return *n }

func main() {
	fmt.Printf("%+v\n", Top{ID: 1, Name: "n", Level: 2, Flag: true, Own: "o"})
	fmt.Printf("%+v\n", Top{Own: "only", Name: "deep"})
	fmt.Printf("%+v\n", Mid{ID: 3})
	fmt.Printf("%+v\n", Top{Mid: Mid{Base: Base{4, "four"}}, Flag: true})
	fmt.Printf("%+v\n", Holder{Value: "v", N: 1})
	n := 0
	t := &Top{Level: next(&n), Flag: next(&n) == 2, ID: next(&n), Own: fmt.Sprint(next(&n))}
	fmt.Printf("%+v\n", *t)
	list := []Mid{{ID: 1}, {Name: "x", Level: 2}}
	fmt.Printf("%+v\n", list)
	m := map[string]*Mid{"a": {ID: 5, Level: 6}}
	fmt.Printf("%+v\n", *m["a"])
}
