package main

type In interface{ ~int8 | ~int16 }
type B interface{ ~[]byte | ~string }

func f[T In](x T) T {
	_ = T(1)
	_ = T(1000)
	_ = T("a")
	var _ T = 5
	var _ T = 500
	const c T = 1
	x += 1
	x = 300
	return x + 1.5
}
func g[T B](x T) {
	_ = T("abc")
	_ = T(1)
	for range x { }
	_ = x[0]
	x[0] = 1
	_ = len(x) + cap(x)
	_ = string(x)
	_ = []byte(x)
	_ = x[1:2]
	_ = append([]byte(nil), x...)
	copy([]byte(nil), x)
}
func h[T any](x, y T) {
	_ = x == y
	_ = x + y
	_ = T(1)
	x()
	x.foo()
	_ = x.(int)
	switch any(x).(type) { case T: case int: }
	var z T = nil
	_ = &z
	_ = *x
	_ = T{}
	_ = make(T)
	_ = new(T)
	_ = map[T]int{}
	_ = [T]int{}
	for range x {}
	<-x
	_ = len(x)
	type L struct { T }
	type M []T
	_ = M{x}
}
func c[T comparable, P *T, Q interface{ *T }](x T, p P, q Q) {
	_ = x == x
	_ = map[T]int{x: 1}
	_ = *p
	_ = *q
	_ = p == nil
	_ = q == q
}
type S[T any] struct { v T; next *S[T] }
func (s *S[T]) Get() T { return s.v }
func (s S[_]) N() int { return 0 }
func (s *S[T]) Map(f func(T) T) *S[T] { s.v = f(s.v); return s }
type Num interface { int | float64 }
func sum[T Num](xs ...T) (r T) { for _, x := range xs { r += x }; return }
func apply[A, B any](x A, f func(A) B) B { return f(x) }
func id[T any](x T) T { return x }
var _ = apply(1, id)
var _ = apply("x", func(s string) int { return len(s) })
var _ int = apply("x", func(s string) string { return s })
var _ = sum(1, 2, 3) + 1.5
var _ = sum[float64](1, 2.5) + 1
var s S[int]
var _ = s.Get() + "x"
var _ = (&s).Map(func(x int) int { return x }).next.Get()
var _ = S[string]{v: 1}
var _ = S[S[int]]{v: s}
var _ interface{ Get() string } = &s
var _ interface{ Get() int } = s
func main() {
	f[int](1)
	f(int8(1))
	g("a")
	c[int](1, nil, nil)
	c(1, new(int), new(int))
	c(1, new(string), new(int))
	var fn func(int) int = id
	fn = sum
	_ = fn
	go id(1)
	defer apply(1, id[int])
	_ = id[int, string]
	x := id
	_ = S
	var _ = S.Get
	var _ = S[int].N
	var _ = (*S[int]).Get
}
