// Inference from untyped constants of several kinds (1.21), and from typed and untyped arguments together.
package main

import "fmt"

func same[T any](xs ...T) string { return fmt.Sprintf("%T %v", xs[0], xs) }

func two[A, B any](a A, b B, c A) string { return fmt.Sprintf("%T %T %v %v %v", a, b, a, b, c) }

func slice[T any](s []T, x T) []T { return append(s, x) }

type num interface{ ~int | ~float64 | ~complex128 }

func sum[N num](xs ...N) (t N) {
	for _, x := range xs {
		t += x
	}
	return
}

type meters float64

func main() {
	fmt.Println(same(1, 2))
	fmt.Println(same(1, 2.0, 'a'))
	fmt.Println(same('a', 1))
	fmt.Println(same(1, 2i))
	fmt.Println(same(1, 2.5, 3i))
	fmt.Println(same(1, int8(2)))
	fmt.Println(same(2.0, float32(1)))
	fmt.Println(same("a", "b"), same(true, 1 < 2))
	fmt.Println(two(1, 'x', 2.5), two('a', "s", 1))
	fmt.Println(slice([]byte("ab"), 'c'), slice([]float64{1}, 2), slice([]any{}, 3))
	fmt.Println(sum(1, 2.5), sum(1, 2), sum(1, 2i), sum(meters(1), 2, 0.5))
	fmt.Println(same(1<<3, 2.0), same(len("abc"), 1))
	const big = 1 << 40
	fmt.Println(same(big, 0.5), same(int64(big), 1))
}
