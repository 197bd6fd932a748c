package math

import "math/bits"

// Sqrt is the square root of x.
func Sqrt(x float64) float64 {
	if x == 0 || x != x || x > MaxFloat64 {
		return x
	}
	if x < 0 {
		return NaN()
	}
	// Bit by bit: q is the root of what was seen of the mantissa.
	x, e := normalize(x)
	b := Float64bits(x)
	exp := int(b>>expShift&expMask) - bias + e
	m := b&fracMask | 1<<expShift
	if exp&1 != 0 {
		m <<= 1
	}
	exp >>= 1
	m <<= 1
	var q, s uint64
	for r := uint64(1 << (expShift + 1)); r != 0; r >>= 1 {
		if t := s + r; t <= m {
			s = t + r
			m -= t
			q += r
		}
		m <<= 1
	}
	if m != 0 {
		q += q & 1
	}
	return Float64frombits(q>>1 + uint64(exp-1+bias)<<expShift)
}

// FMA is x×y + z with one rounding.
func FMA(x, y, z float64) float64 {
	bx, by, bz := Float64bits(x), Float64bits(y), Float64bits(z)
	if z == 0 && x != 0 && y != 0 {
		return x * y
	}
	if x == 0 || y == 0 || bx&(expMask<<expShift) == expMask<<expShift || by&(expMask<<expShift) == expMask<<expShift {
		return x*y + z
	}
	if bz&(expMask<<expShift) == expMask<<expShift {
		return z
	}
	split := func(b uint64) (sign uint64, exp int, m uint64) {
		exp = int(b >> expShift & expMask)
		m = b & fracMask
		if exp == 0 {
			n := bits.LeadingZeros64(m) - 11
			return b >> 63, 1 - n, m << uint(n)
		}
		return b >> 63, exp, m | 1<<expShift
	}
	xs, xe, xm := split(bx)
	ys, ye, ym := split(by)
	zs, ze, zm := split(bz)
	// The product and z as 128-bit numbers with the point in the same place.
	pe := xe + ye - bias + 1
	p1, p2 := bits.Mul64(xm<<10, ym<<11)
	z1, z2 := zm<<10, uint64(0)
	ps := xs ^ ys
	if p1>>62&1 == 0 {
		p1, p2 = p1<<1|p2>>63, p2<<1
		pe--
	}
	if pe < ze || pe == ze && p1 < z1 {
		ps, pe, p1, p2, zs, ze, z1, z2 = zs, ze, z1, z2, ps, pe, p1, p2
	}
	// Shift z to the product's exponent; what falls out stays as a last bit.
	switch n := uint(pe - ze); {
	case n >= 128:
		z1, z2 = 0, 1
	case n >= 64:
		lost := z2
		if n > 64 {
			lost |= z1 << (128 - n)
		}
		z1, z2 = 0, z1>>(n-64)
		if lost != 0 {
			z2 |= 1
		}
	case n > 0:
		lost := z2 << (64 - n)
		z1, z2 = z1>>n, z2>>n|z1<<(64-n)
		if lost != 0 {
			z2 |= 1
		}
	}
	var c uint64
	m := uint64(0)
	if ps == zs {
		p2, c = bits.Add64(p2, z2, 0)
		p1, _ = bits.Add64(p1, z1, c)
		pe -= int(^p1 >> 63)
		n := uint(^p1 >> 63 & 1)
		lost := p2
		m = p1<<n | p2>>(64-n)
		lost <<= n
		if lost != 0 {
			m |= 1
		}
	} else {
		p2, c = bits.Sub64(p2, z2, 0)
		p1, _ = bits.Sub64(p1, z1, c)
		if p1|p2 == 0 {
			return 0
		}
		n := uint(bits.LeadingZeros64(p1))
		if p1 == 0 {
			n = 64 + uint(bits.LeadingZeros64(p2))
		}
		pe -= int(n)
		if n >= 64 {
			m = p2 << (n - 64)
		} else {
			m = p1<<n | p2>>(64-n)
			if p2<<n != 0 {
				m |= 1
			}
		}
	}
	// m has its top bit set; the result keeps 53 of its bits.
	pe++
	drop := uint(11)
	if pe > 1<<11-2 {
		return Copysign(Inf(1), Float64frombits(ps<<63))
	}
	if pe < 1 {
		drop += uint(1 - pe)
		if drop > 64 {
			drop = 65
		}
		pe = 0
	}
	var r, rest, half uint64
	if drop >= 65 {
		r, rest, half = 0, 1, 2
	} else if drop == 64 {
		r, rest, half = 0, m, 1<<63
	} else {
		r, rest, half = m>>drop, m&(1<<drop-1), 1<<(drop-1)
	}
	if rest > half || rest == half && r&1 != 0 {
		r++
	}
	if pe > 0 {
		r += uint64(pe-1) << expShift
	}
	return Float64frombits(ps<<63 + r)
}
