// Floating-point arithmetic, special values, comparison, conversions to text.
package main

import "fmt"

//go:noinline
func div(a, b float64) float64 { return a / b }

//go:noinline
func div32(a, b float32) float32 { return a / b }

func cmp(a, b float64) string {
	return fmt.Sprint(a < b, a <= b, a == b, a != b, a >= b, a > b)
}

func main() {
	inf := div(1, 0)
	nan := div(0, 0)
	negz := div(-1, inf)
	fmt.Println(inf, -inf, nan, negz, 1/negz, inf-inf, inf*0, inf+1)
	fmt.Println(cmp(nan, nan))
	fmt.Println(cmp(1, nan))
	fmt.Println(cmp(negz, 0))
	fmt.Println(cmp(-inf, inf))
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), div(1, 3), div32(1, 3))
	x := 1e308
	fmt.Println(x*10, x*10-x, -x*10, 5e-324, 5e-324/2, 1e-310)
	var f float32 = 16777216
	fmt.Println(f+1, f+2, float64(f)+1, float32(1e39*1e-1), f*f*f*f*f*f)
	fmt.Println(1e20, 1e21, 123456789.0, 1e-4, 1e-5, 100000.0, float32(1e21), float32(3.4e38))
	sum := 0.0
	for i := 0; i < 10; i++ {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1, sum*10)
	fmt.Println(min(1.5, nan), max(nan, 2), min(negz, 0), max(negz, 0))
	a, b := 7.5, 2.0
	a -= b
	a *= b
	a /= 4
	fmt.Println(a, -a, +a, a*a+b)
	h := 0.0
	for n := 1; n <= 1000; n++ {
		h += 1 / float64(n)
	}
	fmt.Printf("%.15f %g %e\n", h, h, h)
	g := 1.0
	for i := 0; i < 30; i++ {
		g = (g + 2/g) / 2
	}
	fmt.Println(g, g*g)
	m := map[float64]int{0: 1, negz: 2, nan: 3}
	m[nan] = 4
	fmt.Println(len(m), m[0], m[nan])
}
