package strconv

import (
	"math/bits"
	"unsafe"
)

// digitText is a number 0.d₀d₁d₂… × 10^dp.
type digitText struct {
	d  [800]byte
	nd int
	dp int
}

// FormatFloat is f, rounded from bitSize bits, in one of the formats b e E f g G x X;
// precision -1 is the fewest digits that read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var buf [32]byte
	return string(AppendFloat(buf[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize).
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var mant uint64
	var exp int
	var neg, normal bool
	mantBits := 52
	bias := 1023
	switch bitSize {
	case 64:
		b := *(*uint64)(unsafe.Pointer(&f))
		neg = b>>63 != 0
		exp = int(b>>52) & 0x7FF
		mant = b & (1<<52 - 1)
		normal = exp != 0x7FF
	case 32:
		g := float32(f)
		b := *(*uint32)(unsafe.Pointer(&g))
		neg = b>>31 != 0
		exp = int(b>>23) & 0xFF
		mant = uint64(b & (1<<23 - 1))
		mantBits, bias = 23, 127
		normal = exp != 0xFF
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	if !normal {
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case neg:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	closer := mant == 0 && exp > 1 // the gap below a power of two is half as wide
	if exp == 0 {
		exp = 1
	} else {
		mant |= 1 << uint(mantBits)
	}
	exp -= bias + mantBits
	switch fmt {
	case 'b':
		if neg {
			dst = append(dst, '-')
		}
		dst = AppendUint(dst, mant, 10)
		dst = append(dst, 'p')
		if exp >= 0 {
			dst = append(dst, '+')
		}
		return AppendInt(dst, int64(exp), 10)
	case 'x', 'X':
		return appendHexFloat(dst, prec, fmt, neg, mant, exp, uint(mantBits))
	case 'e', 'E', 'f', 'g', 'G':
	default:
		return append(dst, '%', fmt)
	}
	var t digitText
	shortest := prec < 0
	if shortest {
		if mant != 0 {
			v, k := shortestDecimal(mant, exp, closer)
			t.set(v, k)
		}
		switch fmt {
		case 'e', 'E':
			prec = t.nd - 1
		case 'f':
			prec = max(t.nd-t.dp, 0)
		default:
			prec = t.nd
		}
	} else {
		n := prec
		switch fmt {
		case 'e', 'E':
			n++
		case 'g', 'G':
			if prec == 0 {
				prec = 1
			}
			n = prec
		}
		t.fix(mant, exp, n, fmt == 'f')
	}
	return t.append(dst, fmt, prec, shortest, neg)
}

// append writes the digits in format e, f or g.
func (t *digitText) append(dst []byte, fmt byte, prec int, shortest, neg bool) []byte {
	if neg {
		dst = append(dst, '-')
	}
	switch fmt {
	case 'f':
		return t.appendFixed(dst, prec)
	case 'g', 'G':
		// Exponents from -4 up to the precision are written out; for shortest digits the limit is 6.
		least := prec
		if least > t.nd && t.nd >= t.dp {
			least = t.nd
		}
		if shortest {
			least = 6
		}
		if x := t.dp - 1; -4 <= x && x < least || t.nd == 0 {
			return t.appendFixed(dst, max(t.nd-t.dp, 0))
		}
		if prec > t.nd {
			prec = t.nd
		}
		prec--
		fmt -= 'g' - 'e'
	}
	c := byte('0')
	if t.nd > 0 {
		c = t.d[0]
	}
	dst = append(dst, c)
	if prec > 0 {
		dst = append(dst, '.')
		m := min(t.nd, prec+1)
		if m > 1 {
			dst = append(dst, t.d[1:m]...)
		} else {
			m = 1
		}
		for ; m <= prec; m++ {
			dst = append(dst, '0')
		}
	}
	dst = append(dst, fmt)
	x := t.dp - 1
	if t.nd == 0 {
		x = 0
	}
	if x < 0 {
		dst = append(dst, '-')
		x = -x
	} else {
		dst = append(dst, '+')
	}
	if x < 10 {
		dst = append(dst, '0')
	}
	return AppendUint(dst, uint64(x), 10)
}

func (t *digitText) appendFixed(dst []byte, prec int) []byte {
	if t.dp > 0 {
		m := min(t.nd, t.dp)
		dst = append(dst, t.d[:m]...)
		for ; m < t.dp; m++ {
			dst = append(dst, '0')
		}
	} else {
		dst = append(dst, '0')
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			c := byte('0')
			if j := t.dp + i; 0 <= j && j < t.nd {
				c = t.d[j]
			}
			dst = append(dst, c)
		}
	}
	return dst
}

// set makes the digits those of v × 10^k, without trailing zeros.
func (t *digitText) set(v uint64, k int) {
	t.nd, t.dp = 0, 0
	if v == 0 {
		return
	}
	var buf [65]byte
	i := formatBits(&buf, v, 10, false)
	n := copy(t.d[:], buf[i:])
	t.dp = n + k
	for n > 0 && t.d[n-1] == '0' {
		n--
	}
	t.nd = n
}

// fix makes the digits those of mant × 2^exp rounded to n digits, or to n digits after the point.
func (t *digitText) fix(mant uint64, exp, n int, afterPoint bool) {
	if mant == 0 {
		t.nd, t.dp = 0, 0
		return
	}
	if afterPoint {
		if n <= 17 {
			if v, ok := scaleRounded(mant, exp, n); ok && v < 1e18 {
				t.set(v, -n)
				return
			}
		}
	} else if 0 < n && n <= 17 {
		// log₁₀ of the value, one too low at most.
		x := (exp + bits.Len64(mant) - 1) * 1262611 >> 22
		limit := uint64(1)
		for i := 0; i < n; i++ {
			limit *= 10
		}
		s := n - 1 - x
		v, ok := scaleRounded(mant, exp, s)
		if ok && v >= limit {
			s--
			v, ok = scaleRounded(mant, exp, s)
		}
		if ok && v <= limit {
			t.set(v, -s)
			return
		}
	}
	t.assign(mant)
	t.shift(exp)
	if afterPoint {
		n += t.dp
	}
	t.round(n)
}

// scaleRounded is mant × 2^exp × 10^k to the nearest integer. It gives up near ties and outside of its range.
func scaleRounded(mant uint64, exp, k int) (uint64, bool) {
	if k < minPow10 || k > maxPow10 {
		return 0, false
	}
	z := bits.LeadingZeros64(mant)
	mant <<= uint(z)
	g := &powersOfTen[k-minPow10]
	// The product is (p2,p1,p0); the table's truncation makes it low by less than one unit of p1.
	h, l := bits.Mul64(mant, g[0])
	h1, _ := bits.Mul64(mant, g[1])
	p1, carry := bits.Add64(l, h1, 0)
	p2 := h + carry
	// Value = (p2,p1) × 2^e.
	e := exp - z + (k*217706>>16 - 127) + 64
	s := -e
	if s < 66 || s > 190 {
		return 0, false
	}
	if s >= 128 {
		// All of it is fraction.
		if s > 128 {
			return 0, p2 < 1<<64-8
		}
		if p2 > 1<<63+1 {
			return 1, true
		}
		if p2 < 1<<63-1 {
			return 0, true
		}
		return 0, false
	}
	v := p2 >> uint(s-64)
	frac := p2 << uint(128-s)
	frac |= p1 >> uint(s-64) // the top 64 bits of the fraction
	slack := uint64(4)
	const half = 1 << 63
	if frac >= half-slack && frac <= half+slack {
		return 0, false
	}
	if frac > half {
		v++
	}
	return v, true
}

// shortestDecimal finds the shortest v × 10^k that rounds to c × 2^q, and among these the closest.
// The algorithm is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles").
func shortestDecimal(c uint64, q int, closer bool) (v uint64, k int) {
	if q <= 0 && q > -53 && c&(1<<uint(-q)-1) == 0 && c>>uint(-q) < 1e15 {
		return c >> uint(-q), 0
	}
	odd := c & 1
	low := 4*c - 2
	k = q * 1262611
	if closer {
		low++
		k -= 524031
	}
	k >>= 22
	h := uint(q + (-k*1741647)>>19 + 1)
	g := powersOfTen[-k-minPow10]
	if k > 0 || k < -55 {
		// Rounded up where the table's entry is not exact.
		g[1]++
		if g[1] == 0 {
			g[0]++
		}
	}
	vl := mulOdd(&g, low<<h) + odd
	vm := mulOdd(&g, 4*c<<h)
	vr := mulOdd(&g, (4*c+2)<<h) - odd
	s := vm / 4
	if s >= 10 {
		t := s / 10
		down := vl <= 40*t
		up := 40*t+40 <= vr
		if down != up {
			if up {
				t++
			}
			return t, k + 1
		}
	}
	down := vl <= 4*s
	up := 4*s+4 <= vr
	if down != up {
		if up {
			s++
		}
		return s, k
	}
	mid := 4*s + 2
	if vm > mid || vm == mid && s&1 != 0 {
		s++
	}
	return s, k
}

// mulOdd is the top of g × c; its lowest bit is set if anything below is lost.
func mulOdd(g *[2]uint64, c uint64) uint64 {
	x, _ := bits.Mul64(g[1], c)
	y1, y0 := bits.Mul64(g[0], c)
	y0, carry := bits.Add64(y0, x, 0)
	y1 += carry
	if y0 > 1 {
		y1 |= 1
	}
	return y1
}

func appendHexFloat(dst []byte, prec int, fmt byte, neg bool, mant uint64, exp int, mantBits uint) []byte {
	if mant == 0 {
		exp = 0
	} else {
		exp += int(mantBits)
	}
	// 1 digit, then 15 of fraction: the leading one goes to bit 60.
	mant <<= 60 - mantBits
	for mant != 0 && mant>>60 == 0 {
		mant <<= 1
		exp--
	}
	if 0 <= prec && prec < 15 {
		cut := uint(60 - prec*4)
		rest := mant & (1<<cut - 1)
		mant >>= cut
		if rest|mant&1 > 1<<(cut-1) {
			mant++
		}
		mant <<= cut
		if mant>>61 != 0 {
			mant >>= 1
			exp++
		}
	}
	table := hexDigits
	if fmt == 'X' {
		table = "0123456789ABCDEF"
	}
	if neg {
		dst = append(dst, '-')
	}
	dst = append(dst, '0', fmt, byte('0'+mant>>60&1))
	mant <<= 4
	if prec < 0 && mant != 0 {
		dst = append(dst, '.')
		for mant != 0 {
			dst = append(dst, table[mant>>60])
			mant <<= 4
		}
	} else if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			dst = append(dst, table[mant>>60])
			mant <<= 4
		}
	}
	dst = append(dst, fmt-('x'-'p'))
	if exp < 0 {
		dst = append(dst, '-')
		exp = -exp
	} else {
		dst = append(dst, '+')
	}
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendUint(dst, uint64(exp), 10)
}
