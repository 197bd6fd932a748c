package main

// Type parameters: methods and operations of the type argument.

type number interface{ ~int | ~float64 }

//go:noinline
func sum[T number](s ...T) (n T) {
	for _, v := range s {
		n += v
	}
	return n
}

type getter interface{ get() int }
type cell struct{ n int }

func (c *cell) get() int { return c.n }

//go:noinline
func getAll[G getter](gs []G) (n int) {
	for _, g := range gs {
		n += g.get()
	}
	return n
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }
func (s *stack[T]) pop() T {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

func stackOfInts() {
	s := stack[int]{items: make([]int, 0, 8)}
	s.push(seven)
	s.push(2)
	sinkInt = s.pop()
}

//go:noinline
func mapTo[T, U any](s []T, f func(T) U, out []U) []U {
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func mapped() {
	k := seven
	var space [4]int
	out := mapTo([]int{1, 2, 3}, func(n int) int { return n * k }, space[:0])
	sinkInt = out[2]
}

type list[T any] struct {
	next *list[T]
	v    T
}

func needsList() {
	l := &list[int]{v: seven}
	sinkAny = &list[int]{l, 2}
}

type box[T any] struct{ v T }

//go:noinline
func keep[T any](v T) *box[T] { return &box[T]{v} }

func needsBoxKept() {
	sinkAny = keep(seven)
	clobber(3)
	verify(sinkAny.(*box[int]).v == 7)
}

//go:noinline
func asAny[T any](v T) any { return v }

func needsAny() {
	sinkAny = asAny(seven * 1000)
	clobber(3)
	verify(sinkAny.(int) == 7000)
}

func main() {
	measure([]gauntletCase{
		{"variadic_sum", 0, func() { sinkInt = sum(seven, 2, 3) }},
		{"method_of_type_argument", 0, func() { sinkInt = getAll([]*cell{{seven}, {2}}) }},
		{"generic_stack", 0, stackOfInts},
		{"map_with_function", 0, mapped},
		{"needs_list", 2, needsList},
		{"needs_box_kept", 1, needsBoxKept},
		{"needs_any", 1, needsAny},
	})
}
