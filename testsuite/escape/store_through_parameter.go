// What is stored through a parameter lives as long as the caller's object.
package main

import "fmt"

type box struct{ p *int }

//go:noinline
func fill(b *box, v int) {
	x := v
	b.p = &x
}

//go:noinline
func read(b *box) int { return *b.p }

func main() {
	var b box
	fill(&b, 5)
	y := 6
	c := box{&y}
	fmt.Println(read(&b), read(&c))
}
