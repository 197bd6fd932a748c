package p

import "unsafe"

type (
	T1 [unsafe.Sizeof(T1(42))]int
	T2 [len(T2{})]int
	T3 struct{ f [unsafe.Sizeof(T3{})]int }
	T4 struct{ T5 }
	T5 struct{ a [2]T6 }
	T6 T4
	T7 interface{ T7 }
	T8 = *T8
	T9 func(T9) T9
	T10 []T10
	T11 map[string]T11
	T12 *T12
	T13 chan T13
	T14 struct{ next *T14 }
)

type A interface{ m() interface{ A } }

var x = len(x)
var y [unsafe.Sizeof(y)]byte

const c = d + 1
const d = c - 1

func f() int { return v }

var v = f()
