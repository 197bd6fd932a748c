// Package cmp compares ordered values.
package cmp

// Ordered is every type that has the operators < <= >= >. Floating-point types belong to it, so NaN has to be thought
// of: Less and Compare put it before all other values.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x comes before y; NaN comes before what is not NaN, and -0 equals 0.
func Less[T Ordered](x, y T) bool { return x < y || x != x && y == y }

// Compare is -1 if x comes before y, 0 if they are equal and +1 if x comes after y. NaN equals NaN here.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	}
	// At least one is NaN.
	switch {
	case x == x:
		return +1
	case y == y:
		return -1
	}
	return 0
}

// Or is the first of vals that is not the zero value, or the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
