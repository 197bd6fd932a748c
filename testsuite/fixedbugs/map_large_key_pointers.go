// Map keys of more than 128 bytes hold pointers behind these: what they point to must outlive the function.
package main

import "fmt"

type K [20]string
type P [20]*int

var m = map[K]int{}
var pm = map[P]int{}
var im = map[any]int{}

//go:noinline
func put(n int, s string) {
	var k K
	k[19] = s + "x"
	m[k] = n
}

//go:noinline
func putp(n int) {
	var k P
	v := n
	k[19] = &v
	pm[k] = n
}

//go:noinline
func puti(n int, s string) {
	var k K
	k[18] = s + "y"
	im[k] = n
}

//go:noinline
func smash(n int) int {
	var a [64]int
	for i := range a {
		a[i] = 0x4141414141
	}
	if n > 0 {
		return smash(n-1) + a[n%64]
	}
	return a[n%64]
}

func main() {
	put(3, "ab")
	putp(5)
	puti(7, "cd")
	smash(10)
	for k, v := range m {
		fmt.Println(k[19], v)
	}
	for k, v := range pm {
		fmt.Println(*k[19], v)
	}
	for k, v := range im {
		fmt.Println(k.(K)[18], v)
	}
}
