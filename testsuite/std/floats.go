// Package math/big: fractions and floating-point numbers; package encoding/binary.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
)

var seed = uint64(99)

func next() uint64 {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return seed
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s panics: %v %T\n", name, r, r)
		}
	}()
	f()
}

func rats() {
	vals := []*big.Rat{new(big.Rat), big.NewRat(1, 2), big.NewRat(-3, 4), big.NewRat(6, -8), big.NewRat(10, 5), big.NewRat(1, 3), big.NewRat(-22, 7), big.NewRat(355, 113), big.NewRat(math.MaxInt64, math.MinInt64), big.NewRat(1, 1000000007)}
	for _, x := range vals {
		f32, e32 := x.Float32()
		f64, e64 := x.Float64()
		n, exact := x.FloatPrec()
		fmt.Println(x, x.RatString(), x.Num(), x.Denom(), x.Sign(), x.IsInt(), f32, e32, f64, e64, n, exact, x.FloatString(0), x.FloatString(1), x.FloatString(7), new(big.Rat).Neg(x), new(big.Rat).Abs(x))
		try("Inv", func() { fmt.Print(new(big.Rat).Inv(x), " ") })
		for _, y := range vals {
			fmt.Print(new(big.Rat).Add(x, y), new(big.Rat).Sub(x, y), new(big.Rat).Mul(x, y), x.Cmp(y), " ")
			try("Quo", func() { fmt.Print(new(big.Rat).Quo(x, y), " ") })
		}
		fmt.Println()
	}
	z := big.NewRat(1, 3)
	z.Add(z, z).Mul(z, z).Sub(z, big.NewRat(1, 9)).Quo(z, z)
	fmt.Println(z, z.SetInt64(-5), z.SetUint64(7), z.SetInt(big.NewInt(9)), z.SetFrac(big.NewInt(4), big.NewInt(-6)), z.SetFrac64(9, 3), z.Set(big.NewRat(2, 4)))
	for _, f := range []float64{0, 1, -0.5, 0.1, 1e300, 5e-324, math.Copysign(0, -1), math.Inf(1), math.NaN()} {
		fmt.Println(f, new(big.Rat).SetFloat64(f))
	}
	for _, s := range []string{"", "1", "1/2", "-4/6", "3/0", "1/-2", "1.5", "-.25", "1e3", "1E-2", "0x10/0x4", "0b11", "1_000/3", "010", "010/8", "0x1.8p1", "0x1p-2", "1p4", ".", "1.2.3", "abc", " 1", "1 ", "1/2/3", "1e", "+7/3", "1e400", "-0", "0/5", "1.50e+1", "0x.8", "1_0.5", "1._5", "1e1_0"} {
		x, ok := new(big.Rat).SetString(s)
		if ok && x.Num().BitLen() > 200 {
			fmt.Print("large ", ok)
		} else {
			fmt.Print(x, ok)
		}
		fmt.Println("", s)
	}
	for i := 0; i < 60; i++ {
		a := new(big.Int).SetUint64(next())
		b := new(big.Int).SetUint64(next() | 1)
		a.Lsh(a, uint(next()%1200))
		b.Lsh(b, uint(next()%1200))
		x := new(big.Rat).SetFrac(a, b)
		f, e := x.Float64()
		g, e2 := x.Float32()
		fmt.Print(f, e, g, e2, " ")
	}
	fmt.Println()
	var r big.Rat
	n, err := fmt.Sscan("3/4 1.5", &r)
	fmt.Println(n, err, &r)
	n, err = fmt.Sscanf("-2.50x", "%fx", &r)
	fmt.Println(n, err, &r)
	text, err := big.NewRat(-3, 4).MarshalText()
	gob, err2 := big.NewRat(-3, 4).GobEncode()
	fmt.Println(string(text), err, gob, err2, r.UnmarshalText([]byte("5/10")), &r, r.UnmarshalText([]byte("x")), r.GobDecode(gob), &r)
	try("NewRat", func() { big.NewRat(1, 0) })
	try("SetFrac", func() { r.SetFrac(big.NewInt(1), new(big.Int)) })
}

func describe(x *big.Float) string {
	return fmt.Sprint(x.Text('p', 0), " ", x.Prec(), x.Mode(), x.Acc(), x.MinPrec(), x.Sign(), x.IsInt(), x.IsInf(), x.Signbit())
}

func floats() {
	vals := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, 3, 0.1, 1e100, 1e-100, 123456.789, -2.5, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1), 1 << 53, 0.3}
	for _, mode := range []big.RoundingMode{big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf} {
		for _, prec := range []uint{0, 1, 2, 10, 24, 53, 64, 100, 1000} {
			for i, a := range vals {
				x := big.NewFloat(a)
				for _, b := range []float64{vals[(i+1)%len(vals)], vals[(i*7+3)%len(vals)], -a, a} {
					y := big.NewFloat(b)
					z := new(big.Float).SetPrec(prec).SetMode(mode)
					h := ""
					try("", func() { h += describe(z.Add(x, y)) })
					try("", func() { h += describe(z.Sub(x, y)) })
					try("", func() { h += describe(z.Mul(x, y)) })
					try("", func() { h += describe(z.Quo(x, y)) })
					try("", func() { h += describe(z.Set(x)) })
					sum := uint32(0)
					for _, c := range []byte(h) {
						sum = sum*31 + uint32(c)
					}
					fmt.Print(sum, " ", x.Cmp(y), " ")
				}
			}
			fmt.Println(prec, mode)
		}
	}
	for _, a := range vals {
		x := big.NewFloat(a)
		fmt.Println(x, describe(x))
		var m big.Float
		e := x.MantExp(&m)
		f32, a32 := x.Float32()
		f64, a64 := x.Float64()
		i, ai := x.Int64()
		u, au := x.Uint64()
		fmt.Println(&m, e, new(big.Float).SetMantExp(&m, e), f32, a32, f64, a64, i, ai, u, au)
		if math.Abs(a) < 1e50 {
			bi, abi := x.Int(nil)
			br, abr := x.Rat(nil)
			if a > 1e-90 || a == 0 {
				fmt.Println(bi, abi, br, abr)
			}
		}
		fmt.Println(new(big.Float).Neg(x), new(big.Float).Abs(x), x.SetPrec(3), x.SetPrec(0), x.Acc())
	}
	for _, p := range []uint{0, 10, 53, 100, 300} {
		for _, v := range []float64{2, 3, 0, 4, 0.25, 1e10, 0.1, math.Inf(1)} {
			fmt.Print(describe(new(big.Float).SetPrec(p).Sqrt(big.NewFloat(v))), " ")
		}
		fmt.Println()
	}
	fmt.Println(describe(new(big.Float).SetInt64(math.MinInt64)), describe(new(big.Float).SetUint64(math.MaxUint64)), describe(new(big.Float).SetInt(new(big.Int).Exp(big.NewInt(3), big.NewInt(100), nil))), describe(new(big.Float).SetRat(big.NewRat(1, 3))), describe(new(big.Float).SetPrec(20).SetRat(big.NewRat(2, 3))), describe(new(big.Float).SetInf(true)))
	fmt.Println(describe(new(big.Float).SetMantExp(big.NewFloat(1), big.MaxExp)), describe(new(big.Float).SetMantExp(big.NewFloat(1), big.MinExp)), describe(new(big.Float).Copy(big.NewFloat(7))))
	for _, v := range []string{"9223372036854775807.5", "-9223372036854775808.5", "9223372036854775808", "18446744073709551615.9", "18446744073709551616", "0.99", "-0.99", "1e-400", "1e400", "4.9e-324", "2.4e-324", "2.5e-324", "1.7976931348623158e308", "1.7976931348623159e308", "3.4028235677973366e38", "1e-45", "7e-46", "16777217", "9007199254740993"} {
		x, _, _ := big.ParseFloat(v, 10, 200, big.ToNearestEven)
		f32, a32 := x.Float32()
		f64, a64 := x.Float64()
		i, ai := x.Int64()
		u, au := x.Uint64()
		fmt.Println(v, f32, a32, f64, a64, i, ai, u, au)
	}
	try("NaN", func() { big.NewFloat(math.NaN()) })
	try("sqrt", func() { new(big.Float).Sqrt(big.NewFloat(-1)) })
	fmt.Println(big.RoundingMode(9), big.Accuracy(5), big.Floor, big.Round, big.Ceil, big.Trunc)
}

func texts() {
	vals := []string{"0", "-0", "1", "-1.5", "0.1", "123456789.123456789", "1e20", "1e21", "1e-5", "0.0001", "9.9999999999", "99999.5", "1e100", "1.7e-300", "Inf", "-Inf", "0x1.8p10", "12345678901234567890", "0.5", "2.5", "1024"}
	for _, prec := range []uint{10, 24, 53, 64, 150} {
		for _, s := range vals {
			x, _, err := big.ParseFloat(s, 0, prec, big.ToNearestEven)
			if err != nil {
				fmt.Println(err)
				continue
			}
			fmt.Print(s, ": ", x, " ")
			for _, f := range []byte("efgGEbpxz") {
				fmt.Print(x.Text(f, -1), " ", x.Text(f, 0), " ", x.Text(f, 3), " ", x.Text(f, 20), " ")
			}
			fmt.Println()
		}
	}
	x := big.NewFloat(-1234.5678)
	for _, f := range []string{"%e", "%f", "%g", "%v", "%.2f", "%20.3f", "%-20.3f|", "%020.3f", "%+g", "% g", "%x", "%b", "%s", "%d", "%F", "%G", "%E", "%10.4v"} {
		fmt.Printf(f+" "+f+" ", x, big.NewFloat(math.Inf(1)))
	}
	fmt.Println()
	for _, s := range []string{"", "+", "-", ".", "1.", ".5", "1e", "1e+", "e5", "0x", "0x1", "0x1.8", "0x1p", "0x1.fp-3", "0b1.1", "0o7.4", "07.5", "1_000.5", "1__0", "_1", "1_.5", "1e1_0", "inf", "+Inf", "-inf", "infinity", "nan", "1x", "1 ", "10p3", "1e5000", "0x1p5000", "1e-5000"} {
		for _, base := range []int{0, 10, 16, 2} {
			x, b, err := big.ParseFloat(s, base, 64, big.ToZero)
			fmt.Print(x, b, err, " ")
		}
		y, ok := new(big.Float).SetString(s)
		fmt.Println(y, ok, s)
	}
	var y big.Float
	n, err := fmt.Sscan("2.75 rest", &y)
	fmt.Println(n, err, &y)
	t, err := x.MarshalText()
	g, err2 := x.GobEncode()
	fmt.Println(string(t), err, g, err2, y.UnmarshalText([]byte("1e3")), &y, y.UnmarshalText([]byte("e")))
	var w big.Float
	fmt.Println(w.GobDecode(g), describe(&w), w.GobDecode(nil), describe(&w), y.GobDecode(g), describe(&y), w.GobDecode([]byte{1, 2}), w.GobDecode([]byte{7, 0, 0, 0, 0, 0}))
	z := new(big.Float).SetPrec(500)
	two := new(big.Float).SetPrec(500).SetInt64(2)
	z.Sqrt(two)
	fmt.Println(z.Text('f', 140), z.Text('g', -1))
}

type header struct {
	A uint8
	B int16
	_ [3]byte
	C [2]uint32
	D struct {
		E float32
		F bool
	}
	G complex64
	H int64
	I complex128
	J float64
}

func binaries() {
	for _, o := range []interface {
		binary.ByteOrder
		binary.AppendByteOrder
	}{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		b := make([]byte, 8)
		o.PutUint16(b, 0x0102)
		fmt.Print(b, o.Uint16(b))
		o.PutUint32(b, 0x01020304)
		fmt.Print(b, o.Uint32(b))
		o.PutUint64(b, 0x0102030405060708)
		fmt.Print(b, o.Uint64(b), o.AppendUint16(nil, 1), o.AppendUint32(nil, 2), o.AppendUint64(nil, 3), o.String())
		fmt.Printf(" %#v\n", o)
		var buf bytes.Buffer
		h := header{A: 1, B: -2, C: [2]uint32{3, 4}, G: complex(1, 2), H: -5, I: complex(3, 4), J: 2.5}
		h.D.E, h.D.F = 1.5, true
		fmt.Println(binary.Write(&buf, o, h), binary.Write(&buf, o, &h), binary.Write(&buf, o, []int16{1, -2}), binary.Write(&buf, o, uint64(7)), binary.Write(&buf, o, true), binary.Write(&buf, o, []header{h}), binary.Write(&buf, o, []bool{true, false}), binary.Write(&buf, o, []byte("xyz")), binary.Write(&buf, o, float32(2)))
		fmt.Printf("%x\n", buf.Bytes())
		var k, k2 header
		var s = make([]int16, 2)
		var u uint64
		var t bool
		ks := make([]header, 1)
		bs := make([]bool, 2)
		raw := make([]byte, 3)
		var f float32
		fmt.Println(binary.Read(&buf, o, &k), binary.Read(&buf, o, &k2), binary.Read(&buf, o, s), binary.Read(&buf, o, &u), binary.Read(&buf, o, &t), binary.Read(&buf, o, ks), binary.Read(&buf, o, bs), binary.Read(&buf, o, &raw), binary.Read(&buf, o, &f))
		fmt.Println(k == h, k2 == h, s, u, t, ks[0] == h, bs, string(raw), f)
		e, err := binary.Append([]byte("p"), o, []uint16{1, 2})
		fmt.Println(e, err)
		n, err := binary.Encode(b, o, uint32(9))
		fmt.Println(n, err, b)
		n, err = binary.Decode(b, o, &u)
		fmt.Println(n, err, u)
		n, err = binary.Encode(b[:2], o, uint32(9))
		fmt.Println(n, err)
		n, err = binary.Decode(b[:2], o, &u)
		fmt.Println(n, err)
	}
	fmt.Println(binary.Size(header{}), binary.Size(&header{}), binary.Size([]int32{1, 2}), binary.Size(1), binary.Size("x"), binary.Size(int8(1)), binary.Size([4]float64{}), binary.Size(map[int]int{}), binary.Size(struct{}{}), binary.Size([]int{}), binary.Size(nil))
	var i int
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, 1))
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, []string{"a"}))
	fmt.Println(binary.Read(bytes.NewReader(nil), binary.BigEndian, &i))
	var u32 uint32
	fmt.Println(binary.Read(bytes.NewReader(nil), binary.BigEndian, &u32), binary.Read(bytes.NewReader([]byte{1}), binary.BigEndian, &u32))
	_, err := binary.Append(nil, binary.BigEndian, 1)
	_, err2 := binary.Encode(nil, binary.BigEndian, 1)
	_, err3 := binary.Decode(nil, binary.BigEndian, 1)
	fmt.Println(err, err2, err3)
	for _, x := range []uint64{0, 1, 127, 128, 300, 1 << 20, math.MaxUint32, math.MaxUint64} {
		b := binary.AppendUvarint(nil, x)
		c := make([]byte, binary.MaxVarintLen64)
		n := binary.PutUvarint(c, x)
		v, m := binary.Uvarint(b)
		r, err := binary.ReadUvarint(bytes.NewReader(b))
		fmt.Print(b, n, v == x, m, r == x, err, " ")
		s := int64(x)
		b = binary.AppendVarint(nil, -s)
		n = binary.PutVarint(c, -s)
		w, m := binary.Varint(b)
		q, err := binary.ReadVarint(bytes.NewReader(b))
		fmt.Println(b, n, w == -s, m, q == -s, err)
	}
	bad := bytes.Repeat([]byte{0x80}, 12)
	fmt.Println(binary.Uvarint(nil))
	fmt.Println(binary.Uvarint(bad[:5]))
	fmt.Println(binary.Uvarint(bad))
	fmt.Println(binary.Uvarint(append(bad[:9:9], 2)))
	fmt.Println(binary.ReadUvarint(bytes.NewReader(bad)))
	fmt.Println(binary.ReadUvarint(bytes.NewReader(bad[:3])))
	fmt.Println(binary.ReadUvarint(bytes.NewReader(nil)))
	fmt.Println(binary.ReadVarint(bytes.NewReader(append(bad[:9:9], 2))))
	fmt.Println(binary.MaxVarintLen16, binary.MaxVarintLen32, binary.MaxVarintLen64, errors.Is(err, io.EOF))
}

func main() {
	rats()
	floats()
	texts()
	binaries()
}
