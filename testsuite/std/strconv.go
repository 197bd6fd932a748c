package main

import (
	"fmt"
	"math"
	"strconv"
)

var seed uint64 = 1

func rnd() uint64 {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return seed
}

func main() {
	floats := []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.5, 1.5, 2.5, 1e21, 1e20, 123456789, 1e6, 1e-5, 5e-324, math.MaxFloat64, math.MaxFloat32, 0.3, 99999.5, 9.5, 0.05, math.Inf(1), math.Inf(-1), math.NaN(), 1 << 53, 100, 1e23, 8.41e21}
	for i := 0; i < 60; i++ {
		floats = append(floats, math.Float64frombits(rnd()))
	}
	for i, f := range floats {
		for _, c := range "beEfgGxX" {
			fmt.Print(strconv.FormatFloat(f, byte(c), -1, 64), " ", strconv.FormatFloat(f, byte(c), i%20, 64), " ", strconv.FormatFloat(f, byte(c), -1, 32), " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"0", "1", "-1", "1e400", "1e-400", "0x1p-2", "0x1.8p1", "inf", "-Infinity", "nan", "1_000", "0x1_0p0", "", ".", "1e", "1.7976931348623159e308", "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "9007199254740993", "9007199254740992.5000000000000000000000000000001", "0.1e-1x", "3.4028236e38"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(s, f, err, g, err2)
	}
	for i := 0; i < 200; i++ {
		f := math.Float64frombits(rnd())
		if f != f {
			continue
		}
		g, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', -1, 64), 64)
		if g != f || err != nil {
			fmt.Println("round trip", f, g, err)
		}
	}
	for _, s := range []string{"0", "-0", "12", "-9223372036854775808", "9223372036854775808", "0x1F", "0b101", "0o17", "017", "1__0", "1_0", "", "+", "zz", "128", "1é"} {
		for _, base := range []int{0, 10, 16, 36} {
			n, err := strconv.ParseInt(s, base, 64)
			m, err2 := strconv.ParseInt(s, base, 8)
			u, err3 := strconv.ParseUint(s, base, 16)
			fmt.Println(s, base, n, err, m, err2, u, err3)
		}
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for i := 0; i < 40; i++ {
		u := rnd() >> (rnd() % 64)
		fmt.Println(strconv.FormatUint(u, 2+i%35), strconv.FormatInt(int64(u), 10), strconv.Itoa(-int(u)))
	}
	for _, s := range []string{"", "abc", "a\"b'c`d", "\a\b\f\n\r\t\v\x00\x7f", "héllo, 世界", "\xff\xfe", "\u2028\u00a0\ufeff", "\U0001F600\U0010ffff", "\\"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		t, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(t == s, err)
		for _, r := range s {
			fmt.Print(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.IsPrint(r), strconv.IsGraphic(r), " ")
		}
		fmt.Println()
	}
	for _, s := range []string{`"a`, `a"`, `'a'`, `'ab'`, "`a\r`", `"\x4"`, `"\400"`, `"\u12"`, `"\ud800"`, `"\'"`, `'\''`, `''`} {
		t, err := strconv.Unquote(s)
		fmt.Printf("%s %q %v\n", s, t, err)
	}
	for _, s := range []string{"1", "i", "1i", "1+2i", "(1-2i)", "1+2", "inf-nani", "1++2i", "0x1p2+3i"} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(s, c, err)
	}
	for _, s := range []string{"1", "t", "TRUE", "yes", "False"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	b := strconv.AppendInt([]byte("x"), -5, 2)
	b = strconv.AppendBool(b, true)
	b = strconv.AppendQuoteRune(b, 'é')
	b = strconv.AppendFloat(b, 1.25, 'f', 1, 32)
	fmt.Println(string(b))
}
