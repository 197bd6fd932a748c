// The directive belongs right above a function.
package main

//golift:noalloc
var x = 1

//golift:noalloc

func f() int { return x }

func main() {
	//golift:noalloc
	println(f())
}
