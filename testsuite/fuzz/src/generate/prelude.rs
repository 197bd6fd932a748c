//! The fixed part of a generated program.

/// Declarations that generated code uses. `fuel` bounds the running time: what runs out of it panics, in the same place
/// everywhere.
pub(super) const PRELUDE: &str = r#"package main

type Shape interface {
	Area(n int) int
	Name() string
}

type Stack[T any] struct {
	items []T
	count int
}

func (s *Stack[T]) Push(x T) *Stack[T] {
	s.items = append(s.items, x)
	s.count++
	return s
}

func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return x, false
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

func (s Stack[T]) All(yield func(int, T) bool) {
	for i, x := range s.items {
		if !yield(i, x) {
			return
		}
	}
}

func mapped[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}

func pick[T any](b bool, x, y T) T {
	if b {
		return x
	}
	return y
}

func sum[T ~int | ~int8 | ~uint8 | ~uint32 | ~float64 | ~string](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

var fuel = 3000

func burn() {
	fuel--
	if fuel < 0 {
		panic("out of fuel")
	}
}

func attempt(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			println(name, "panics:", r.Error())
		case string:
			println(name, "panics with", r)
		case int:
			println(name, "panics with", r)
		default:
			println(name, "panics with something")
		}
	}()
	f()
	println(name, "returns")
}

func toInt(f float64) int {
	if f > -1e15 && f < 1e15 {
		return int(f)
	}
	return 7
}

func mix(h uint64, x uint64) uint64 {
	h ^= x
	h *= 1099511628211
	return h<<7 | h>>57
}

func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = mix(h, uint64(s[i]))
	}
	return h
}

var (
	globalShape Shape
	globalAny   any
	globalFuncs []func(int) int
	globalPtrs  []*int
)
"#;
