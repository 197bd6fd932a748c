// Packages math/rand/v2 and math/cmplx.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
	"math/rand/v2"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

type small int8

func numbers(name string, src rand.Source) {
	r := rand.New(src)
	fmt.Println(name)
	for range 40 {
		fmt.Print(r.Int64(), " ", r.Uint32(), " ", r.Uint64(), " ", r.Int32(), " ", r.Int(), " ", r.Uint(), " ", r.Int64N(1000), " ", r.Int64N(1<<40+5), " ", r.Uint64N(1<<62+1), " ", r.Uint64N(1<<50), " ")
		fmt.Print(r.Int32N(7), " ", r.Uint32N(1<<31), " ", r.IntN(6), " ", r.UintN(100), " ", r.Float64(), " ", r.Float32(), " ", r.NormFloat64(), " ", r.ExpFloat64(), " ", r.N(small(50)), r.N(uint64(1<<60)), "\n")
	}
	fmt.Println(r.Perm(20))
	s := []int{1, 2, 3, 4, 5, 6, 7}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	z := rand.NewZipf(r, 1.5, 2, 1000)
	for range 20 {
		fmt.Print(z.Uint64(), " ")
	}
	sum := 0.0
	for range 10000 {
		sum += r.NormFloat64() + r.ExpFloat64()
	}
	fmt.Println(rand.NewZipf(r, 1, 2, 3) == nil, float32(sum))
}

func randoms() {
	p := rand.NewPCG(1, 2)
	numbers("pcg", p)
	b, err := p.MarshalBinary()
	var q rand.PCG
	fmt.Printf("%x %v %v %v %v\n", b, err, q.UnmarshalBinary(b), q.Uint64() == p.Uint64(), q.UnmarshalBinary(b[1:]))
	p.Seed(5, 6)
	fmt.Println(p.Uint64(), p.Uint64())
	var zero rand.PCG
	fmt.Println(zero.Uint64(), zero.Uint64())
	c := rand.NewChaCha8([32]byte([]byte("chacha8 seed of thirty-two bytes")))
	numbers("chacha8", c)
	for range 3000 {
		c.Uint64()
	}
	buf := make([]byte, 13)
	c.Read(buf)
	b, err = c.MarshalBinary()
	var d rand.ChaCha8
	fmt.Printf("%x %x %v %v\n", buf, b, err, d.UnmarshalBinary(b))
	c.Read(buf)
	fmt.Printf("%x ", buf)
	d.Read(buf)
	fmt.Printf("%x %v %v\n", buf, c.Uint64() == d.Uint64(), d.UnmarshalBinary(b[3:]))
	c.Seed([32]byte{})
	for range 70 {
		fmt.Print(c.Uint64(), " ")
	}
	fmt.Println()
	try("IntN", func() { rand.IntN(0) })
	try("Int64N", func() { rand.Int64N(-1) })
	try("Int32N", func() { rand.Int32N(0) })
	try("Uint64N", func() { rand.Uint64N(0) })
	try("Uint32N", func() { rand.Uint32N(0) })
	try("UintN", func() { rand.UintN(0) })
	try("N", func() { rand.N(0) })
	try("Shuffle", func() { rand.Shuffle(-1, nil) })
	ok := true
	for range 1000 {
		f := rand.Float64()
		g := rand.Float32()
		ok = ok && rand.IntN(10) < 10 && f >= 0 && f < 1 && g >= 0 && g < 1 && rand.Int() >= 0 && rand.Int64() >= 0 && rand.Int32() >= 0 && rand.N(5) < 5 && rand.Int64N(3) < 3 && rand.Int32N(3) < 3 && rand.Uint32N(3) < 3 && rand.Uint64N(3) < 3 && rand.UintN(3) < 3 && rand.ExpFloat64() > 0
	}
	fmt.Println(ok, len(rand.Perm(5)), rand.Uint64() != rand.Uint64(), rand.Uint() != rand.Uint(), rand.Uint32()|1 > 0, rand.NormFloat64() < 100)
}

func complexes() {
	nan, inf := math.NaN(), math.Inf(1)
	parts := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -2.25, 3.75, 1e-9, 30, inf, -inf, nan}
	functions := []struct {
		name string
		f    func(complex128) complex128
	}{
		{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan}, {"Atanh", cmplx.Atanh}, {"Conj", cmplx.Conj}, {"Cos", cmplx.Cos},
		{"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Sin", cmplx.Sin}, {"Sinh", cmplx.Sinh}, {"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh},
	}
	for _, fn := range functions {
		for _, re := range parts {
			for _, im := range parts {
				fmt.Printf("%s(%v) %.10g\n", fn.name, complex(re, im), fn.f(complex(re, im)))
			}
		}
	}
	for _, re := range parts {
		for _, im := range parts {
			x := complex(re, im)
			r, t := cmplx.Polar(x)
			fmt.Printf("%v %.10g %.10g %.10g %.10g %v %v", x, cmplx.Abs(x), cmplx.Phase(x), r, t, cmplx.IsInf(x), cmplx.IsNaN(x))
			if !cmplx.IsNaN(x) && !cmplx.IsInf(x) {
				fmt.Printf(" %.10g %.10g %.10g %.10g %.10g", cmplx.Rect(r, t), cmplx.Pow(x, 2), cmplx.Pow(x, complex(0.5, -1.5)), cmplx.Pow(x, -1), cmplx.Pow(2, x))
			}
			fmt.Println()
		}
	}
	fmt.Println(cmplx.Inf(), cmplx.NaN(), cmplx.Pow(0, 0), cmplx.Pow(0, complex(-1, 1)), cmplx.Pow(0, complex(1, 1)), cmplx.Exp(complex(0, math.Pi)))
}

func main() {
	randoms()
	complexes()
}
