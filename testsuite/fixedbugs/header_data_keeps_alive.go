// The address in the Data field of a reflect.SliceHeader or StringHeader keeps the object alive (package unsafe, pattern 6).
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"unsafe"
)

//go:noinline
func k() string {
	b := make([]byte, 10)
	for i := range b {
		b[i] = 'x'
	}
	var s string
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Data = uintptr(unsafe.Pointer(&b[0]))
	h.Len = len(b)
	return s
}

//go:noinline
func sl() []int {
	a := [4]int{1, 2, 3, 4}
	var s []int
	h := (*reflect.SliceHeader)(unsafe.Pointer(&s))
	h.Data = uintptr(unsafe.Pointer(&a))
	h.Len, h.Cap = 4, 4
	return s
}

//go:noinline
func clobber(n int) int {
	var a [200]int
	for i := range a {
		a[i] = n + i
	}
	if n > 0 {
		return a[n] + clobber(n-1)
	}
	return a[0]
}

func main() {
	s, t := k(), sl()
	clobber(50)
	runtime.GC()
	x := make([][]byte, 1000)
	for i := range x {
		x[i] = make([]byte, 10)
	}
	clobber(50)
	fmt.Println(s, t)
}

//go:noinline
func fields() (uintptr, string) {
	b := []byte("header")
	var hdr reflect.StringHeader
	hdr.Data = uintptr(unsafe.Pointer(&b[0]))
	hdr.Len = 6
	d := hdr.Data
	return d - uintptr(unsafe.Pointer(&b[0])), *(*string)(unsafe.Pointer(&hdr))
}

func init() {
	d, s := fields()
	clobber(10)
	fmt.Println(d, s)
	var z reflect.SliceHeader
	z.Data = 5
	z.Data += 3
	fmt.Println(z.Data, z)
}
