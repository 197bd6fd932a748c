// Arithmetic of type parameters keeps the width of each instance: wrapping, shifts, constants, conversions, complex numbers.
package main

import (
	"fmt"
	"math"
)

type Signed interface{ ~int8 | ~int16 | ~int32 | ~int64 | ~int }
type Unsigned interface{ ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr }
type Real interface{ Signed | Unsigned | ~float32 | ~float64 }

func pow[N Real](x N, n int) N {
	r := N(1)
	for range n {
		r *= x
	}
	return r
}

func minmax[T Signed]() (lo, hi T) {
	hi = 1
	for hi<<1+1 > hi {
		hi = hi<<1 + 1
	}
	return -hi - 1, hi
}

func ones[T Unsigned](n uint) T { return ^T(0) >> n }

func shift[T Signed | Unsigned](x T, by int) (T, T) { return x << by, x >> by }

func gcd[T Signed | Unsigned](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func sqrt[F ~float32 | ~float64](x F) F {
	z := x / 2
	for range 20 {
		z -= (z*z - x) / (2 * z)
	}
	return z
}

func horner[C ~complex64 | ~complex128 | ~float64](x C, cs ...C) (y C) {
	for _, c := range cs {
		y = y*x + c
	}
	return
}

func round[I Signed, F ~float32 | ~float64](f F) I { return I(f + 0.5) }

func narrow[T ~uint8 | ~int8](x int) T { return T(x) }

func bitsOf[T ~float32 | ~float64](x T) uint64 {
	switch any(x).(type) {
	case float32:
		return uint64(math.Float32bits(float32(x)))
	}
	return math.Float64bits(float64(x))
}

type celsius float32
type tick uint8

func main() {
	fmt.Println(pow(int8(2), 7), pow(uint8(2), 7), pow(uint16(3), 11), pow(2.5, 3), pow(celsius(0.5), 2), pow(tick(200), 2))
	fmt.Println(minmax[int8]())
	fmt.Println(minmax[int32]())
	fmt.Println(minmax[int]())
	fmt.Println(ones[uint8](1), ones[uint16](4), ones[uint64](0), ones[tick](9))
	fmt.Println(shift(int8(-3), 6))
	fmt.Println(shift(uint16(0xffff), 20))
	fmt.Println(shift(int64(-1), 70))
	func() {
		defer func() { fmt.Println(recover()) }()
		shift(1, -1)
	}()
	fmt.Println(gcd(uint8(48), 180), gcd(-12, 18), gcd[tick](0, 5))
	fmt.Println(sqrt(2.0), sqrt(float32(2)), sqrt(celsius(9)))
	fmt.Println(horner(2, 1.0, 0, -1), horner(1i, 1, 1, 1), horner[complex64](1+1i, 2))
	fmt.Println(round[int8](2.6), round[int64](float32(1e6)), narrow[uint8](300), narrow[int8](200), narrow[tick](-1))
	fmt.Println(bitsOf(float32(1)), bitsOf(1.0), bitsOf(celsius(1)) == bitsOf(1.0))
}
