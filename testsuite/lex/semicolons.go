package p // comment

import "x" /* one line */
import (y "y"; z "z")
func f() (a int) {
	x++ ; y-- // both
	return /* the comment ends
	the line */
	break
	L: goto L
	if x { } else { fallthrough }
	var a = []int{1, 2,
		3}
	f(
		a,
	)
	{ continue }
	g() /**/ /**/
	<-c
	a[1]
	"s"
	'c'
	1i
}
type T struct { int }
