package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	xs := []float64{0, math.Copysign(0, -1), 0.5, -0.5, 1, -1, 1.5, 2, 2.5, -2.5, 3, 10, 0.1, 100.25, 1e-10, 1e10, 1e300, -1e300, 710, -746, math.Pi, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 1 << 52, 1<<53 + 1, 1e6, 12345.678}
	for _, x := range xs {
		fmt.Println(x, math.Sqrt(x), math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), math.Signbit(x))
		fmt.Println(math.Exp(x), math.Exp2(x), math.Expm1(x), math.Log(x), math.Log2(x), math.Log10(x), math.Log1p(x), math.Cbrt(x))
		fmt.Println(math.Sin(x), math.Cos(x), math.Tan(x), math.Asin(x), math.Acos(x), math.Atan(x), math.Sinh(x), math.Cosh(x), math.Tanh(x), math.Asinh(x), math.Acosh(x), math.Atanh(x))
		i, f := math.Modf(x)
		fr, e := math.Frexp(x)
		fmt.Println(i, f, fr, e, math.Ldexp(x, 3), math.Ilogb(x), math.Logb(x), math.IsNaN(x), math.IsInf(x, 0), math.Float64bits(x))
		for _, y := range xs {
			fmt.Print(math.Pow(x, y), math.Mod(x, y), math.Remainder(x, y), math.Atan2(x, y), math.Hypot(x, y), math.Max(x, y), math.Min(x, y), math.Dim(x, y), math.Nextafter(x, y), math.FMA(x, y, 0.5), " ")
		}
		fmt.Println()
	}
	u := uint64(0x123456789abcdef0)
	for i := 0; i < 64; i += 7 {
		v := u >> i
		fmt.Println(bits.Len64(v), bits.LeadingZeros32(uint32(v)), bits.TrailingZeros64(v<<i), bits.OnesCount64(v), bits.Reverse64(v), bits.ReverseBytes32(uint32(v)), bits.RotateLeft64(v, i), bits.RotateLeft8(uint8(v), -i))
		hi, lo := bits.Mul64(u, v)
		s, c := bits.Add64(u, v<<1, 1)
		d, b := bits.Sub64(v, u, 0)
		fmt.Println(hi, lo, s, c, d, b)
		if hi < u {
			fmt.Println(bits.Div64(hi, lo, u))
		}
	}
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MaxFloat32, math.SmallestNonzeroFloat64, math.Pow10(-5), math.Pow10(300))
}
