// min and max of floats (1.21): NaN, signed zeros, infinities, mixtures with constants.
package main

import (
	"fmt"
	"math"
)

type temp float32

func sign(f float64) string {
	if math.Signbit(f) {
		return "-"
	}
	return "+"
}

//go:noinline
func both(x, y float64) (float64, float64) { return min(x, y), max(x, y) }

func extremes[T float32 | float64 | temp](xs ...T) (lo, hi T) {
	lo, hi = xs[0], xs[0]
	for _, x := range xs[1:] {
		lo, hi = min(lo, x), max(hi, x)
	}
	return
}

func main() {
	nan, inf := math.NaN(), math.Inf(1)
	negZero := math.Copysign(0, -1)
	fmt.Println(both(1, 2))
	fmt.Println(both(nan, 1))
	fmt.Println(both(1, nan))
	fmt.Println(both(inf, -inf))
	fmt.Println(both(nan, inf))
	lo, hi := both(0, negZero)
	fmt.Println(sign(lo), sign(hi))
	lo, hi = both(negZero, 0)
	fmt.Println(sign(lo), sign(hi))
	lo, hi = both(negZero, negZero)
	fmt.Println(sign(lo), sign(hi))
	fmt.Println(extremes(3.5, -2, 8))
	fmt.Println(min(1.5, 2, lo))
	fmt.Println(extremes[float32](1e38, -1e38, 0.1))
	fmt.Println(extremes(temp(1), 2.5))
	var f float32 = 0.1
	fmt.Println(max(f, 0.1), min(f, 0.25), max(2.5, 2))
	fmt.Printf("%T %v\n", max(1, 2.5, 'a'), min(1, 2.5, 'a'))
	fmt.Println(max(nan, 1, 2) != max(nan, 1, 2), min(3, nan) == 3)
}
