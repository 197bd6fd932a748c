package p

import "unsafe"

const c = unsafe.Sizeof(T{})
const d = unsafe.Offsetof(U{}.a)

type T struct{ T }
type U struct {
	a int
	u [2]U
}
type V struct{ v [2]V }

var v = unsafe.Sizeof([3]V{})
