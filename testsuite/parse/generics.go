// dump: ast
package p

type A[P any] []P
type B[P, Q any, R interface{ ~int }] struct{}
type C[P *T,] struct{}
type D[P *T | int] struct{}
type E[P interface{}] struct{}
type F[n * m] int
type G[P (T)] int
type H[P *struct{}] int
type I[P ~int] int
type J[P []int] int
type K[P any] = map[string]P
type L[n] int

func f[P any, Q ~int | ~string](x P, y Q) P { return x }

func (r R[P, Q]) m[S any](s S) S { return s }

var _ = f[int, string](1, "a")
var _ = g[[]int](x)
var _ = h[1](x)
var _ = k[a, b]{1}
