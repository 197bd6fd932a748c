// Package weak has pointers that do not keep their object alive.
package weak

import (
	"internal/sys"
	"unsafe"
)

// Pointer is a weak pointer to a T.
type Pointer[T any] struct {
	// Pointers to different types do not convert into each other.
	_ [0]*T
	// handle is an object of the runtime, the same for equal pointers.
	handle unsafe.Pointer
}

// Make makes a weak pointer of ptr.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	return Pointer[T]{handle: sys.WeakHandle(unsafe.Pointer(ptr))}
}

// Value is the pointer that Make was given, nil once its object is gone.
func (p Pointer[T]) Value() *T { return (*T)(sys.WeakLoad(p.handle)) }
