// Type switches and assertions on values of type parameters, with cases that are type parameters themselves.
package main

import "fmt"

type ID int

func (i ID) String() string { return fmt.Sprintf("#%d", int(i)) }

func describe[T any](x T) string {
	switch v := any(x).(type) {
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case []T:
		return "slice of itself"
	case fmt.Stringer:
		return "stringer " + v.String()
	case error:
		return "error " + v.Error()
	case func() T:
		return "func"
	case nil:
		return "nil"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func is[T any](v any) bool { _, ok := v.(T); return ok }

func either[A, B any](v any) string {
	switch x := v.(type) {
	case A:
		return fmt.Sprintf("A %v", x)
	case B:
		return fmt.Sprintf("B %v", x)
	case *A:
		return fmt.Sprintf("*A %v", *x)
	case []B, map[string]B:
		return fmt.Sprintf("Bs %v", x)
	}
	return "neither"
}

func convert[To, From any](x From) (To, error) {
	if v, ok := any(x).(To); ok {
		return v, nil
	}
	var zero To
	return zero, fmt.Errorf("%T is not %T", x, zero)
}

type box[T any] struct{ v T }

func (b box[T]) Is(v any) (r string) {
	switch v := v.(type) {
	case box[T]:
		r = "same box "
		if any(v.v) == any(b.v) {
			r += "same value"
		}
	case *box[T]:
		r = "pointer to " + b.Is(*v)
	case T:
		r = "content"
	}
	return
}

func size[T ~int8 | ~int64 | ~string](x T) int {
	switch any(x).(type) {
	case int8:
		return 1
	case int64:
		return 8
	}
	switch y := any(&x).(type) {
	case *string:
		return len(*y)
	}
	return -1
}

type small int8

func main() {
	fmt.Println(describe(1), describe("s"), describe(ID(3)), describe(2.5), describe[any](nil))
	fmt.Println(describe[error](fmt.Errorf("e")), describe[any]([]any{}), describe[fmt.Stringer](ID(4)))
	fmt.Println(is[int](1), is[any](nil), is[any](1), is[error](nil), is[fmt.Stringer](ID(1)), is[[]int]([]int(nil)))
	n := 7
	fmt.Println(either[int, string](1), either[int, string]("x"), either[int, string](&n), either[int, int](2))
	fmt.Println(either[int, string]([]string{"q"}), either[error, any](3), either[string, error](nil))
	fmt.Println(convert[fmt.Stringer](ID(9)))
	fmt.Println(convert[int64](int32(1)))
	b := box[int]{5}
	fmt.Println(b.Is(b), b.Is(box[int]{6}), b.Is(&b), b.Is(1), b.Is("x") == "")
	fmt.Println(size(int8(1)), size(int64(1)), size("four"), size(small(1)))
}
