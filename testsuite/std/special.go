// Bessel functions and inverse error functions of package math.
package main

import (
	"fmt"
	"math"
)

// round shows f with digits that do not depend on the algorithm; what is nearly a zero of the function is 0.
func round(f float64) string {
	if math.Abs(f) < 1e-13 && f != 0 {
		return fmt.Sprintf("%.4g", f)
	}
	return fmt.Sprintf("%.10g", f)
}

func main() {
	xs := []float64{0, math.Copysign(0, -1), 1e-300, 1e-10, 1e-5, 0.1, 0.5, 1, 1.5, 2, 2.5, 3, 5, 7.7, 8, 10, 15.3, 20, 29.9, 30.1, 50, 100.5, 1000, 1e6, 12345.678,
		-1, -2.5, -40, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, x := range xs {
		fmt.Println(x, round(math.J0(x)), round(math.J1(x)), round(math.Y0(x)), round(math.Y1(x)))
		for _, n := range []int{-3, -2, -1, 0, 1, 2, 3, 5, 10, 20} {
			if x != 0 && math.Abs(x) < 1e-9 && (n > 1 || n < 0) {
				continue
			}
			fmt.Print(round(math.Jn(n, x)), " ", round(math.Yn(n, x)), " ")
		}
		fmt.Println()
	}
	for _, x := range []float64{0, 0.1, 0.5, 0.84, 0.86, 0.99, 0.999999, 1 - 1e-12, 1, 1.1, 2, -0.3, -0.9, -1, -2, 1e-20, 1.5, 0.001, math.NaN(), math.Inf(1)} {
		fmt.Print(round(math.Erfinv(x)), " ", round(math.Erfcinv(x)), " ")
	}
	fmt.Println()
}
