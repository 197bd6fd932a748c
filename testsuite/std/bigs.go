// Package math/big: integers.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"strings"
)

var seed = uint64(12345)

func next() uint64 {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return seed
}

// number has about n bits and often long runs of equal bits.
func number(n int) *big.Int {
	z := new(big.Int)
	for z.BitLen() < n {
		z.Lsh(z, 64)
		switch next() % 4 {
		case 0:
		case 1:
			z.Or(z, new(big.Int).SetUint64(math.MaxUint64))
		default:
			z.Or(z, new(big.Int).SetUint64(next()))
		}
		if z.Sign() == 0 {
			z.SetInt64(1)
		}
	}
	if n > 0 {
		z.Rsh(z, uint(z.BitLen()-n))
	}
	if next()%2 == 0 {
		z.Neg(z)
	}
	return z
}

func hash(x any) string {
	s := fmt.Sprint(x)
	if len(s) < 80 {
		return s
	}
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return fmt.Sprintf("%s…%d:%x", s[:20], len(s), h)
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func arithmetic() {
	sizes := []int{0, 1, 5, 31, 63, 64, 65, 127, 128, 129, 200, 640, 1000, 3000, 6000, 20000}
	for _, m := range sizes {
		for _, n := range sizes {
			x, y := number(m), number(n)
			var z big.Int
			fmt.Print(hash(z.Add(x, y)), hash(z.Sub(x, y)), hash(z.Mul(x, y)), " ", x.Cmp(y), x.CmpAbs(y), x.Sign(), " ")
			fmt.Print(hash(z.And(x, y)), hash(z.Or(x, y)), hash(z.Xor(x, y)), hash(z.AndNot(x, y)), hash(z.Not(x)))
			if y.Sign() != 0 {
				var q, r, d, mo big.Int
				q.QuoRem(x, y, &r)
				d.DivMod(x, y, &mo)
				fmt.Print(" ", hash(&q), hash(&r), hash(&d), hash(&mo), hash(z.Quo(x, y)), hash(z.Rem(x, y)), hash(z.Div(x, y)), hash(z.Mod(x, y)))
				for _, mode := range []big.RoundingMode{big.Trunc, big.Floor, big.Round, big.Ceil} {
					q.Divide(x, y, &r, mode)
					fmt.Print(hash(&q), hash(&r))
				}
				z.Mul(&d, y)
				z.Add(&z, &mo)
				if z.Cmp(x) != 0 || mo.Sign() < 0 {
					fmt.Print("wrong")
				}
			}
			var g, a, b big.Int
			g.GCD(nil, nil, x, y)
			fmt.Print(" ", hash(&g))
			g.GCD(&a, &b, x, y)
			z.Mul(&a, x)
			z.Add(&z, new(big.Int).Mul(&b, y))
			fmt.Println(z.Cmp(&g) == 0)
		}
	}
}

func aliases() {
	a, b := number(500), number(300)
	c := func(x *big.Int) *big.Int { return new(big.Int).Set(x) }
	x := c(a)
	fmt.Println(hash(x.Add(x, x)))
	x = c(a)
	fmt.Println(hash(x.Sub(x, b)), hash(x.Sub(b, x)), hash(x.Sub(x, x)))
	x = c(a)
	fmt.Println(hash(x.Mul(x, x)), hash(x.Mul(x, b)), hash(x.Mul(b, x)))
	x = c(a)
	fmt.Println(hash(x.Quo(x, b)))
	x = c(b)
	fmt.Println(hash(x.Quo(a, x)))
	x = c(b)
	fmt.Println(hash(x.Rem(a, x)))
	x = c(b)
	fmt.Println(hash(x.Mod(a, x)))
	x = c(b)
	fmt.Println(hash(x.Div(a, x)))
	x, y := c(a), c(b)
	x.QuoRem(x, y, y)
	fmt.Println(hash(x), hash(y))
	x, y = c(a), c(b)
	x.DivMod(x, y, y)
	fmt.Println(hash(x), hash(y))
	x, y = c(a), c(b)
	y.DivMod(x, y, x)
	fmt.Println(hash(x), hash(y))
	x = c(a)
	fmt.Println(hash(x.Lsh(x, 3)), hash(x.Lsh(x, 64)), hash(x.Lsh(x, 200)), hash(x.Rsh(x, 5)), hash(x.Rsh(x, 128)), hash(x.Rsh(x, 10000)))
	x = c(a)
	fmt.Println(hash(x.Exp(x, big.NewInt(3), x)), hash(x.Sqrt(c(a).Abs(a))), hash(x.Neg(x)), hash(x.Abs(x)))
	fmt.Println(x.Set(x) == x, hash(x.And(x, x)), hash(x.Xor(x, x)))
}

func bitwise() {
	for _, v := range []int64{0, 1, -1, 2, -2, 255, -256, math.MaxInt64, math.MinInt64} {
		x := big.NewInt(v)
		fmt.Print(x, x.BitLen(), x.TrailingZeroBits(), x.IsInt64(), x.IsUint64(), x.Int64(), x.Uint64(), " ")
		for _, i := range []int{0, 1, 7, 8, 63, 64, 100} {
			fmt.Print(x.Bit(i), new(big.Int).SetBit(x, i, 1), new(big.Int).SetBit(x, i, 0), " ")
		}
		for _, s := range []uint{0, 1, 8, 63, 64, 65, 130} {
			fmt.Print(new(big.Int).Lsh(x, s), new(big.Int).Rsh(x, s), " ")
		}
		f, acc := x.Float64()
		fmt.Println(x.Bits(), f, acc)
	}
	for _, s := range []string{"9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "9007199254740993", "9007199254740995", "123456789012345678901234567890"} {
		x, _ := new(big.Int).SetString(s, 10)
		f, acc := x.Float64()
		fmt.Println(x.IsInt64(), x.IsUint64(), x.Int64(), x.Uint64(), f, acc, x.Bytes(), x.FillBytes(make([]byte, 20)))
	}
	for _, c := range [][2]int64{{1, 2}, {3, 2}, {5, 2}, {-1, 2}, {-3, 2}, {3, -2}, {7, 4}, {6, 4}, {-6, 4}, {2, 4}, {10, 4}, {14, 4}} {
		q, r := new(big.Int).Divide(big.NewInt(c[0]), big.NewInt(c[1]), new(big.Int), big.Round)
		fmt.Print(q, r, " ")
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 1024)
	fmt.Println(huge.Float64())
	fmt.Println(new(big.Int).SetBytes([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9}), new(big.Int).SetBytes(nil), new(big.Int).SetBits([]big.Word{5, 0, 1, 0, 0}))
	try("FillBytes", func() { big.NewInt(256).FillBytes(make([]byte, 1)) })
	try("Bit", func() { big.NewInt(256).Bit(-1) })
	try("SetBit", func() { new(big.Int).SetBit(big.NewInt(1), 2, 2) })
	try("Quo", func() { new(big.Int).Quo(big.NewInt(1), new(big.Int)) })
	try("Mod", func() { new(big.Int).Mod(big.NewInt(1), new(big.Int)) })
	try("Sqrt", func() { new(big.Int).Sqrt(big.NewInt(-1)) })
}

func texts() {
	for _, n := range []int{0, 1, 10, 64, 65, 100, 300, 1000, 5000, 30000} {
		x := number(n)
		for _, base := range []int{2, 3, 7, 8, 10, 16, 32, 36, 37, 62} {
			s := x.Text(base)
			y, ok := new(big.Int).SetString(s, base)
			fmt.Print(hash(s), ok && x.Cmp(y) == 0, " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"", "-", "+", "0", "-0", "+5", "00", "007", "0x", "0xff", "0XFF", "0b101", "0b", "0b2", "0o17", "017", "08", "1_000", "_1", "1_", "1__0", "0x_ff", "0_7", "12a", " 1", "1 ", "ff", "--1", "-0x10", "1e3", "0_x1"} {
		for _, base := range []int{0, 2, 10, 16, 36} {
			z, ok := new(big.Int).SetString(s, base)
			fmt.Print(z, ok, " ")
		}
		fmt.Println(s)
	}
	formats := []string{"%d", "%s", "%v", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%O", "%b", "%#b", "%+d", "% d", "%20d", "%-20d|", "%020d", "%.10d", "%20.10d", "%-20.10d|", "%020.10d", "%.0d", "%+x", "%q", "%c", "%20x", "%T", "%+.3d", "%#20x", "%#020x"}
	for _, v := range []int64{0, 1, -1, 123456789, -987654321} {
		for _, f := range formats {
			fmt.Printf(f+" ", big.NewInt(v))
		}
		fmt.Println()
	}
	var none *big.Int
	fmt.Printf("%d %s %v %x\n", none, none, none, none)
	fmt.Println(none.String(), none.Text(3), string(none.Append([]byte("x"), 10)), string(big.NewInt(255).Append([]byte("x"), 16)))
	for _, in := range []struct{ f, s string }{{"%d", "123 rest"}, {"%v", "0x1f"}, {"%x", "1f"}, {"%b", "-101"}, {"%s", "077"}, {"%o", "77"}, {"%d", "x"}} {
		var z big.Int
		n, err := fmt.Sscanf(in.s, in.f, &z)
		fmt.Println(n, err, &z)
	}
	x := big.NewInt(-77)
	t, err := x.MarshalText()
	j, err2 := x.MarshalJSON()
	j2, err3 := none.MarshalJSON()
	g, err4 := x.GobEncode()
	fmt.Println(string(t), err, string(j), err2, string(j2), err3, g, err4)
	var y big.Int
	fmt.Println(y.UnmarshalText([]byte("0x99")), &y, y.UnmarshalText([]byte("zz")), y.UnmarshalJSON([]byte("null")), &y, y.UnmarshalJSON([]byte("55")), &y)
	fmt.Println(y.GobDecode(g), &y, y.GobDecode([]byte{9, 9}), y.GobDecode(nil), &y)
	try("Text", func() { x.Text(63) })
	try("SetString", func() { x.SetString("1", 1) })
}

func modular() {
	primes := []int64{3, 5, 7, 11, 13, 17, 41, 97, 113, 257, 65537, 1000003, 998244353}
	for _, p := range primes {
		P := big.NewInt(p)
		for x := int64(-3); x < 20; x++ {
			X := big.NewInt(x)
			fmt.Print(big.Jacobi(X, P), new(big.Int).ModInverse(X, P), new(big.Int).ModSqrt(X, P), new(big.Int).Exp(X, big.NewInt(p-2), P), new(big.Int).Exp(X, big.NewInt(-5), P), " ")
		}
		fmt.Println()
	}
	fmt.Println(new(big.Int).ModInverse(big.NewInt(3), big.NewInt(-7)), new(big.Int).ModInverse(big.NewInt(2), big.NewInt(4)), new(big.Int).ModInverse(big.NewInt(-3), big.NewInt(7)), new(big.Int).ModInverse(big.NewInt(100), big.NewInt(7)))
	m := number(1024)
	x, y := number(1000), number(256)
	y.Abs(y)
	fmt.Println(hash(new(big.Int).Exp(x, y, m)), hash(new(big.Int).Exp(x, big.NewInt(25), nil)), new(big.Int).Exp(big.NewInt(7), big.NewInt(-2), nil), new(big.Int).Exp(big.NewInt(0), big.NewInt(0), nil), new(big.Int).Exp(big.NewInt(5), big.NewInt(0), big.NewInt(1)),
		new(big.Int).Exp(big.NewInt(-2), big.NewInt(3), big.NewInt(5)), new(big.Int).Exp(big.NewInt(2), big.NewInt(3), big.NewInt(-5)), new(big.Int).Exp(big.NewInt(2), big.NewInt(10), new(big.Int)))
	p, _ := new(big.Int).SetString("115792089237316195423570985008687907853269984665640564039457584007908834671663", 10)
	fmt.Println(new(big.Int).ModSqrt(big.NewInt(4), p), p.ProbablyPrime(10))
	for n := int64(-2); n < 400; n++ {
		if big.NewInt(n).ProbablyPrime(0) {
			fmt.Print(n, " ")
		}
	}
	fmt.Println()
	for _, s := range []string{"561", "41041", "3215031751", "3825123056546413051", "318665857834031151167461", "2305843009213693951", "18446744073709551557", "18446744073709551556", "170141183460469231731687303715884105727", "170141183460469231731687303715884105729", "5459", "5777", "10877", "1194649", "12327121", "4611686014132420609"} {
		x, _ := new(big.Int).SetString(s, 10)
		fmt.Print(x.ProbablyPrime(0), x.ProbablyPrime(20), " ")
	}
	fmt.Println()
	for i := 1; i <= 600; i++ {
		x := new(big.Int).Lsh(big.NewInt(1), uint(i))
		if x.Sub(x, big.NewInt(1)).ProbablyPrime(1) {
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	try("Jacobi", func() { big.Jacobi(big.NewInt(1), big.NewInt(4)) })
	fmt.Println(big.Jacobi(big.NewInt(-3), big.NewInt(-7)), big.Jacobi(big.NewInt(0), big.NewInt(1)), big.Jacobi(big.NewInt(6), big.NewInt(9)))
	rnd := rand.New(rand.NewSource(42))
	for _, n := range []int{1, 5, 64, 65, 200} {
		limit := number(n)
		limit.Abs(limit)
		fmt.Print(new(big.Int).Rand(rnd, limit), " ", new(big.Int).Rand(rnd, limit), " ")
	}
	fmt.Println(new(big.Int).Rand(rnd, new(big.Int)))
}

func series() {
	fmt.Println(hash(new(big.Int).MulRange(1, 500)), new(big.Int).MulRange(-5, -2), new(big.Int).MulRange(-5, -3), new(big.Int).MulRange(-5, 2), new(big.Int).MulRange(5, 2), new(big.Int).MulRange(math.MaxInt64-2, math.MaxInt64))
	fmt.Println(hash(new(big.Int).Binomial(1000, 500)), new(big.Int).Binomial(10, 3), new(big.Int).Binomial(3, 10), new(big.Int).Binomial(5, 0), new(big.Int).Binomial(5, 5))
	for _, n := range []int{0, 1, 2, 3, 64, 65, 128, 1000, 4001} {
		x := number(n)
		x.Abs(x)
		fmt.Print(hash(new(big.Int).Sqrt(x)), " ")
	}
	fmt.Println()
	a, b := big.NewInt(0), big.NewInt(1)
	for i := 0; i < 20000; i++ {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(hash(a))
	// The digits of pi by Gibbons' spigot.
	q, r, t, k, n, l := big.NewInt(1), big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(3), big.NewInt(3)
	var pi strings.Builder
	for pi.Len() < 400 {
		u := new(big.Int).Mul(q, big.NewInt(4))
		u.Add(u, r).Sub(u, t)
		if u.Cmp(new(big.Int).Mul(n, t)) < 0 {
			pi.WriteString(n.String())
			nr := new(big.Int).Mul(n, t)
			nr.Sub(r, nr).Mul(nr, big.NewInt(10))
			w := new(big.Int).Mul(q, big.NewInt(3))
			w.Add(w, r).Mul(w, big.NewInt(10)).Quo(w, t)
			n = w.Sub(w, new(big.Int).Mul(n, big.NewInt(10)))
			q = q.Mul(q, big.NewInt(10))
			r = nr
		} else {
			nr := new(big.Int).Mul(q, big.NewInt(2))
			nr.Add(nr, r).Mul(nr, l)
			nn := new(big.Int).Mul(k, big.NewInt(7))
			nn.Mul(nn, q).Add(nn, new(big.Int).Mul(q, big.NewInt(2))).Add(nn, new(big.Int).Mul(r, l))
			nn.Quo(nn, new(big.Int).Mul(t, l))
			q = new(big.Int).Mul(q, k)
			t = new(big.Int).Mul(t, l)
			l = new(big.Int).Add(l, big.NewInt(2))
			k = new(big.Int).Add(k, big.NewInt(1))
			n, r = nn, nr
		}
	}
	fmt.Println(pi.String())
}

func main() {
	arithmetic()
	aliases()
	bitwise()
	texts()
	modular()
	series()
}
