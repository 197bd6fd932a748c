//go:build linux

//go:noinline
package p

import "fmt"

//go:noinline
var x int

//go:unknown
var y int //go:unknown

//go:noinline
//go:nosplit
func f() {
	//go:noinline
	x := 1

	//go:noinline
	type t int
}

/* not alone */ //go:noinline
func g() {}

//go:noescape
func h() {}

//go:linkname a b
//go:build x
