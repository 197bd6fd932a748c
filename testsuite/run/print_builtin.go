// print and println write to standard error in their own format.
package main

import (
	"fmt"
	"os"
)

type named int
type text string

func (n named) String() string { return "not used" }

func none() *int { return nil }

func main() {
	fmt.Println("to stdout")
	println("to stderr", 1, -2, true, 'a', "s")
	print("no", "spaces", 1, 2, "\n")
	println(1.5, -0.25, 1e100, float32(0.1), 100.0)
	println(uint8(255), int64(-1<<63), uint64(1<<64-1))
	println(named(4), text("t"))
	println(1+2i, nil == none())
	println()
	var z float64
	println(1/z, -1/z, z/z)
	println(len("abc"), cap(make([]int, 2, 9)))
	var e error
	var p *int
	println(e == nil, p == nil, p)
	os.Exit(7)
}
