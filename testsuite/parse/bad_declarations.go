package p

import x
import 5
import "a" "b"
var x int = 1,
var a b c
const c := 1
type T
type U[P]
type V[P *C, Q] int
type W struct { a int b int }
type X struct { (T); *(T); 5 }
type Y interface { m[T any](); n[](); int string }
func
func f(a int b int)
func g(a, b int, c)
func h(a int, []b)
func i(...int, x int) (...int)
func j[P, Q]()
func k[]()
func l[*P]()
func () m()
func (a, b T) n()
func o()
{
}
import "late"
x := 1
func q() { }}
var z = [...]int{1, 2
}
