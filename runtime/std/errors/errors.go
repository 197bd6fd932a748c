// Package errors makes error values and takes wrapped ones apart.
package errors

import (
	"internal/rtype"
	"unsafe"
)

type errorString struct{ s string }

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Each call makes a distinct value.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation is not supported.
var ErrUnsupported = New("unsupported operation")

// Unwrap calls err's method Unwrap() error, if it has one.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether err or an error that it wraps equals target or says so by its method Is.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, rtype.TypeOf(target).Comparable())
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if is(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As looks in err's tree for an error that can be assigned to what target points to, and assigns it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	v := rtype.ValueOf(target)
	if v.Kind() != rtype.Pointer || v.IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	t := v.Typ.Elem()
	var e error
	inter := rtype.TypeOf(&e).Elem()
	if t.Kind != rtype.Interface && !rtype.Implements(inter, t) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, t, v.Pointer())
}

func as(err error, target any, t *rtype.Type, p unsafe.Pointer) bool {
	for {
		et := rtype.TypeOf(err)
		if t.Kind == rtype.Interface {
			if rtype.Implements(t, et) {
				rtype.StoreIface(t, p, err)
				return true
			}
		} else if et == t {
			rtype.ValueOf(target).Elem().Set(rtype.ValueOf(err))
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e != nil && as(e, target, t, p) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

type joinError struct{ errs []error }

// Join wraps all errors that are not nil; its text has a line for each.
func Join(errs ...error) error {
	n := 0
	for _, e := range errs {
		if e != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	j := &joinError{make([]error, 0, n)}
	for _, e := range errs {
		if e != nil {
			j.errs = append(j.errs, e)
		}
	}
	return j
}

func (j *joinError) Error() string {
	if len(j.errs) == 1 {
		return j.errs[0].Error()
	}
	b := []byte(j.errs[0].Error())
	for _, e := range j.errs[1:] {
		b = append(b, '\n')
		b = append(b, e.Error()...)
	}
	return string(b)
}

func (j *joinError) Unwrap() []error { return j.errs }

// AsType is the first error in err's tree that is an E, or for which a method As says so, and whether there is one.
func AsType[E error](err error) (E, bool) {
	if err == nil {
		var zero E
		return zero, false
	}
	for {
		if e, ok := err.(E); ok {
			return e, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			target := new(E)
			if x.As(target) {
				return *target, true
			}
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				var zero E
				return zero, false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e == nil {
					continue
				}
				if e, ok := AsType[E](e); ok {
					return e, true
				}
			}
			var zero E
			return zero, false
		default:
			var zero E
			return zero, false
		}
	}
}
