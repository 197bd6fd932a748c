package main

import "unsafe"
import u "unsafe"
import . "unsafe"
import _ "unsafe"
import unsafe "unsafe"
import init "unsafe"
import "no/such/package"
import x "no/such/other"

func unsafe() {}

var _ = package1.X
var _ = x.Y
var _ = u.zz
var _ u.Pointer
var _ u.pointer
var _ u.Sizeof
var y = u

func main() {
	u := 1
	u.x()
	var p Pointer
	_ = p
}
