package main

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// Pointers that go through atomics, reflect and unsafe.

//go:noinline
func loadTyped(p *atomic.Pointer[int]) *int { return p.Load() }

func loadedTyped() {
	n := six
	var p atomic.Pointer[int]
	p.Store(&n)
	total += *loadTyped(&p)
}

var shared atomic.Pointer[int]

func compared() {
	old := new(int)
	*old = six
	var n int
	shared.CompareAndSwap(old, &n)
	total += *old
}

//go:noinline
func load(p *unsafe.Pointer) unsafe.Pointer { return atomic.LoadPointer(p) }

func loaded() {
	n := six
	p := unsafe.Pointer(&n)
	total += *(*int)(load(&p))
}

var sharedRaw unsafe.Pointer

func comparedRaw() {
	var old, n int
	atomic.CompareAndSwapPointer(&sharedRaw, unsafe.Pointer(&old), unsafe.Pointer(&n))
	total += old
}

//go:noinline
func reflectPointer(p *int) unsafe.Pointer { return unsafe.Pointer(reflect.ValueOf(p).Pointer()) }

//go:noinline
func reflectAddress(p *int) unsafe.Pointer {
	return unsafe.Pointer(reflect.ValueOf(p).Elem().UnsafeAddr())
}

func main() {
	measure([]remark{
		{"escape_runtime_atomic.go:16", 0, loadedTyped, "an atomic load gives what the pointer holds and keeps nothing"},
		{"escape_runtime_atomic.go:29", 1, compared, "the old value of a compare-and-swap does not escape"},
		{"escape_sync_atomic.go:16", 0, loaded, "the same load by the function of sync/atomic"},
		{"escape_sync_atomic.go:34", 1, comparedRaw, "the old value of the function for unsafe pointers does not escape"},
		{"escape_unsafe.go:42", 0, func() { n := six; total += *(*int)(reflectPointer(&n)) }, "a pointer that goes through reflect's Pointer only flows to the result"},
		{"escape_unsafe.go:47", 0, func() { n := six; total += *(*int)(reflectAddress(&n)) }, "a pointer that goes through reflect's UnsafeAddr only flows to the result"},
	})
}
