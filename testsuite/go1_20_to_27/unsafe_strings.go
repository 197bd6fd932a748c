// unsafe.String, StringData, Slice, SliceData and Add (1.17 to 1.20).
package main

import (
	"fmt"
	"unsafe"
)

func toBytes(s string) []byte  { return unsafe.Slice(unsafe.StringData(s), len(s)) }
func toString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

type header struct {
	a int32
	b byte
	c [3]int16
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	b := []byte("hello")
	s := toString(b)
	b[0] = 'J'
	fmt.Println(s, string(toBytes("read")), len(toBytes("")))
	arr := [5]int{1, 2, 3, 4, 5}
	sl := unsafe.Slice(&arr[1], 3)
	sl[0] = 20
	fmt.Println(sl, len(sl), cap(sl), arr, unsafe.SliceData(sl) == &arr[1])
	p := (*int)(unsafe.Add(unsafe.Pointer(&arr[0]), 3*unsafe.Sizeof(arr[0])))
	*p = 40
	fmt.Println(arr, *(*int)(unsafe.Add(unsafe.Pointer(p), -8)))
	fmt.Println(unsafe.SliceData([]int(nil)) == nil, unsafe.SliceData(make([]int, 0, 3)) != nil)
	fmt.Println(unsafe.Slice((*int)(nil), 0) == nil, unsafe.String(nil, 0) == "")
	var h header
	fmt.Println(unsafe.Sizeof(h), unsafe.Offsetof(h.b), unsafe.Offsetof(h.c), unsafe.Alignof(h.c))
	*(*int16)(unsafe.Add(unsafe.Pointer(&h), unsafe.Offsetof(h.c)+2)) = 7
	fmt.Println(h)
	n := -1
	try(func() { _ = unsafe.Slice(&arr[0], n) })
	try(func() { _ = unsafe.String(&b[0], n) })
	try(func() { _ = unsafe.Slice((*int)(nil), n+2) })
	try(func() { _ = unsafe.Slice(&arr[0], uint64(1)<<61) })
}
