// Instances as map keys, in arrays, comparisons and switches; hashing of structs with type-parameter fields.
package main

import "fmt"

type Key[A, B comparable] struct {
	a A
	b B
}

type Tag[T any] struct{ name string }

func count[K comparable](ks ...K) map[K]int {
	m := map[K]int{}
	for _, k := range ks {
		m[k]++
	}
	return m
}

func dedup[T comparable](xs []T) (out []T) {
	seen := map[struct {
		x  T
		ok bool
	}]bool{}
	for _, x := range xs {
		k := struct {
			x  T
			ok bool
		}{x, true}
		if !seen[k] {
			seen[k] = true
			out = append(out, x)
		}
	}
	return
}

func index[T comparable](xs [4]T, x T) int {
	switch x {
	case xs[0]:
		return 0
	case xs[1]:
		return 1
	case xs[2], xs[3]:
		return 2
	}
	return -1
}

type matrix[T comparable] [2][2]T

func symmetric[T comparable](m matrix[T]) bool { return m == matrix[T]{{m[0][0], m[1][0]}, {m[0][1], m[1][1]}} }

func main() {
	m := count(Key[int, string]{1, "x"}, Key[int, string]{1, "x"}, Key[int, string]{2, "x"})
	fmt.Println(len(m), m[Key[int, string]{1, "x"}], m[Key[int, string]{}])
	f := count(Key[float64, bool]{0.5, true}, Key[float64, bool]{0.5, true})
	fmt.Println(f)
	a := count[any](Key[int, int]{1, 2}, Key[int8, int]{1, 2}, Key[int, int]{1, 2}, Tag[int]{"t"}, Tag[bool]{"t"})
	fmt.Println(len(a), a[Key[int, int]{1, 2}], a[Tag[bool]{"t"}], a[Tag[string]{"t"}])
	fmt.Println(dedup([]string{"a", "b", "a"}), dedup([]Key[rune, byte]{{'a', 1}, {'a', 1}, {'b', 1}}), dedup([]any{1, 1.0, 1}))
	fmt.Println(index([4]string{"a", "b", "c", "d"}, "d"), index([4]any{1, nil, "x", 2}, nil), index([4]error{}, fmt.Errorf("e")))
	fmt.Println(symmetric(matrix[int]{{1, 2}, {2, 3}}), symmetric(matrix[string]{{"a", "b"}, {"c", "d"}}))
	p, q := &Tag[int]{"p"}, &Tag[int]{"p"}
	ptrs := count(p, q, p)
	fmt.Println(len(ptrs), ptrs[p], *p == *q, p == q)
	chans := count(make(chan int), nil, nil)
	fmt.Println(len(chans), chans[nil])
	nested := map[Key[Key[int, string], [2]bool]]string{{Key[int, string]{1, "k"}, [2]bool{true}}: "found"}
	fmt.Println(nested[Key[Key[int, string], [2]bool]{Key[int, string]{1, "k"}, [2]bool{true, false}}])
}
