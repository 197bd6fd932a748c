// Operators, conversions, constants, indexing and ranging allowed by the type sets of constraints.
package main

import "fmt"

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
type Float interface{ ~float32 | ~float64 }
type Number interface{ Integer | Float }
type Text interface{ ~string | ~[]byte }

func convert[To, From Number](x From) To { return To(x) }

func bits[T Integer](x T) (n int) {
	for x != 0 {
		n += int(x & 1)
		x >>= 1
		if n > 100 {
			break
		}
	}
	return
}

func popcount[T ~uint8 | ~uint16 | ~uint64](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func rotate[T ~uint8 | ~uint32](x T, by uint) T {
	var all T = ^T(0)
	width := uint(popcount(uint64(all)))
	return x<<by | x>>(width-by)
}

func abs[T ~int8 | ~int | ~float64](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func count[S Text](s S, c byte) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return
}

func upper[S Text](s S) S {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] -= 32
		}
	}
	return S(b)
}

func tail[S ~string | ~[]byte](s S, n int) S { return s[max(0, len(s)-n):] }

func at[A [3]bool | []bool | *[3]bool](a A, i int) bool { return a[i] }

func set[P *[3]int | []int](p P, i, e int) { p[i] = e }

func mean[T Number](xs ...T) float64 {
	var sum T
	for _, x := range xs {
		sum += x
	}
	return float64(sum) / float64(len(xs))
}

func overflow[T Integer](x T) (T, T) { return x + 1, x * 3 }

func divmod[T Integer](a, b T) (T, T) { return a / b, a % b }

func polar[C ~complex64 | ~complex128](c C) C { return c*c + 1 }

func send[C chan T | chan<- T, T any](c C, v T) { c <- v }

type myInt int16
type flags uint8
type str string

func main() {
	fmt.Println(convert[int8](300), convert[uint8](-1), convert[float32](myInt(7)), convert[int](2.9), convert[myInt](1e4))
	fmt.Println(bits(7), bits(uint64(1)<<63), bits(flags(0xf0)), popcount(uint16(0xffff)))
	fmt.Println(rotate(uint8(0x81), 1), rotate(uint32(1), 31), rotate(flags(3), 7))
	fmt.Println(abs(int8(-128)), abs(-2.5), abs(-3))
	fmt.Println(count("banana", 'a'), count([]byte("xx"), 'x'), count(str("q"), 'z'))
	fmt.Println(upper("mixed Case"), string(upper([]byte("bytes"))), upper(str("s")), tail("hello", 3), tail(str("ab"), 5))
	fmt.Println(at([]bool{true, false}, 1), at(&[3]bool{}, 2), at([3]bool{true}, 0))
	arr, sl, m := [3]int{}, make([]int, 2), map[int]int{}
	set(&arr, 2, 5)
	set(sl, 1, 6)
	fmt.Println(arr, sl, m)
	fmt.Println(mean(1, 2, 4), mean[float32](0.5, 0.25), mean(myInt(3), 4))
	fmt.Println(overflow(int8(127)))
	fmt.Println(overflow(uint8(255)))
	fmt.Println(divmod(-7, 2))
	fmt.Println(divmod(int8(-128), -1))
	fmt.Println(polar(1i), polar(complex64(2)))
	c := make(chan str, 1)
	send(c, str("sent"))
	fmt.Println(<-c)
}
