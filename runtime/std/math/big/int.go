package big

import (
	"math/bits"
	"math/rand"
)

// Int is an integer; the zero value is 0.
type Int struct {
	neg bool // never for 0
	abs nat
}

// NewInt is an Int of value x.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

// Sign is -1, 0 or +1.
func (x *Int) Sign() int {
	if len(x.abs) == 0 {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	z.abs = z.abs.setUint64(u)
	z.neg = x < 0
	return z
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = z.abs.setUint64(x)
	z.neg = false
	return z
}

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// Bits is the digits of |x|, shared with x.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to the number with these digits, which it shares.
func (z *Int) SetBits(abs []Word) *Int {
	z.abs = nat(abs).norm()
	z.neg = false
	return z
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

// addSigned sets z to x + y where y has the sign yneg.
func (z *Int) addSigned(x, y *Int, yneg bool) *Int {
	neg := x.neg
	if x.neg == yneg {
		z.abs = z.abs.add(x.abs, y.abs)
	} else if x.abs.cmp(y.abs) >= 0 {
		z.abs = z.abs.sub(x.abs, y.abs)
	} else {
		neg = !neg
		z.abs = z.abs.sub(y.abs, x.abs)
	}
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.addSigned(x, y, y.neg) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.addSigned(x, y, !y.neg) }

// Mul sets z to x·y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs = z.abs.mul(x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// MulRange sets z to the product of all integers from a to b, 1 if there are none.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	z.abs = z.abs.mulRange(uint64(a), uint64(b))
	z.neg = neg
	return z
}

// Binomial sets z to n over k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	var a, b Int
	a.MulRange(n-k+1, n)
	b.MulRange(1, k)
	return z.Quo(&a, &b)
}

// Quo sets z to x / y, truncated as in Go.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs, _ = z.abs.div(nil, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Rem sets z to x % y, with the sign of x.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, z.abs = nat(nil).div(z.abs, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// QuoRem sets z to x / y, truncated, and r to x % y.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	qneg, rneg := x.neg != y.neg, x.neg
	z.abs, r.abs = z.abs.div(r.abs, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && qneg
	r.neg = len(r.abs) > 0 && rneg
	return z, r
}

// Div sets z to x / y such that the remainder is not negative (Euclid).
func (z *Int) Div(x, y *Int) *Int {
	yneg := y.neg
	var r Int
	z.QuoRem(x, y, &r)
	if r.neg {
		if yneg {
			z.Add(z, intOne)
		} else {
			z.Sub(z, intOne)
		}
	}
	return z
}

// Mod sets z to the remainder of Div.
func (z *Int) Mod(x, y *Int) *Int {
	y0 := y
	if z == y {
		y0 = new(Int).Set(y)
	}
	z.Rem(x, y)
	if z.neg {
		if y0.neg {
			z.Sub(z, y0)
		} else {
			z.Add(z, y0)
		}
	}
	return z
}

// DivMod sets z to the quotient of Div and m to its remainder.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	y0 := y
	if z == y || m == y {
		y0 = new(Int).Set(y)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		if y0.neg {
			z.Add(z, intOne)
			m.Sub(m, y0)
		} else {
			z.Sub(z, intOne)
			m.Add(m, y0)
		}
	}
	return z, m
}

// Divide sets z to x / y, rounded as mode says (Trunc, Floor, Round or Ceil), and r to x - y·z; either may be nil.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	var q, m Int
	yy := new(Int).Set(y)
	q.QuoRem(x, y, &m)
	if m.Sign() != 0 {
		away := int64(1)
		if x.neg != yy.neg {
			away = -1
		}
		move := false
		switch mode {
		case Trunc:
		case Floor:
			move = away < 0
		case Ceil:
			move = away > 0
		case Round:
			c := nat(nil).shl(m.abs, 1).cmp(yy.abs)
			move = c > 0 || c == 0 && q.abs.bit(0) != 0
		default:
			panic("invalid rounding mode")
		}
		if move {
			q.Add(&q, NewInt(away))
			if away > 0 {
				m.Sub(&m, yy)
			} else {
				m.Add(&m, yy)
			}
		}
	} else if mode != Trunc && mode != Floor && mode != Ceil && mode != Round {
		panic("invalid rounding mode")
	}
	if z != nil {
		z.Set(&q)
	}
	if r != nil {
		r.Set(&m)
	}
	return z, r
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	}
	r := x.abs.cmp(y.abs)
	if x.neg {
		r = -r
	}
	return r
}

// CmpAbs compares the absolute values.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

// Uint64 is x, or the low bits of |x| if it does not fit.
func (x *Int) Uint64() uint64 {
	if len(x.abs) == 0 {
		return 0
	}
	return uint64(x.abs[0])
}

// Int64 is x, or its low bits if it does not fit.
func (x *Int) Int64() int64 {
	if len(x.abs) == 0 {
		return 0
	}
	v := int64(x.abs[0])
	if x.neg {
		v = -v
	}
	return v
}

// IsInt64 reports whether x fits in an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) <= 1 {
		w := x.Int64()
		return w >= 0 && !x.neg || x.neg && w < 0
	}
	return false
}

// IsUint64 reports whether x fits in a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 is the nearest float64 and how it differs.
func (x *Int) Float64() (float64, Accuracy) {
	n := x.abs.bitLen()
	if n == 0 {
		return 0, Exact
	}
	if n <= 53 || n < 64 && n-int(x.abs.trailingZeros()) <= 53 {
		f := float64(x.abs[0])
		if x.neg {
			f = -f
		}
		return f, Exact
	}
	return new(Float).SetInt(x).Float64()
}

// Bytes is |x| as big-endian bytes without leading zeros.
func (x *Int) Bytes() []byte {
	b := make([]byte, (x.abs.bitLen()+7)/8)
	return x.FillBytes(b)
}

// FillBytes fills buf with |x| as big-endian bytes; it panics if x does not fit.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	i := len(buf)
	for _, w := range x.abs {
		for k := 0; k < wordBits/8; k++ {
			if i > 0 {
				i--
				buf[i] = byte(w)
			} else if byte(w) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			w >>= 8
		}
	}
	return buf
}

// SetBytes sets z to the number with these big-endian bytes.
func (z *Int) SetBytes(buf []byte) *Int {
	n := (len(buf) + wordBits/8 - 1) / (wordBits / 8)
	z.abs = z.abs.make(n)
	clear(z.abs)
	for i := range buf {
		z.abs[i/(wordBits/8)] |= Word(buf[len(buf)-1-i]) << (uint(i) % (wordBits / 8) * 8)
	}
	z.abs = z.abs.norm()
	z.neg = false
	return z
}

// BitLen is the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits is how many low bits of |x| are 0.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// Rand sets z to a random number in [0, n).
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	z.neg = false
	if n.neg || len(n.abs) == 0 {
		z.abs = nil
		return z
	}
	limit := n.abs
	words := make(nat, len(limit))
	mask := Word(1)<<(uint(bits.Len(uint(limit[len(limit)-1])))%wordBits) - 1
	if uint(bits.Len(uint(limit[len(limit)-1])))%wordBits == 0 {
		mask = ^Word(0)
	}
	for {
		for i := range words {
			words[i] = Word(rnd.Uint32()) | Word(rnd.Uint32())<<32
		}
		words[len(words)-1] &= mask
		if r := words.norm(); r.cmp(limit) < 0 {
			z.abs = r
			return z
		}
	}
}

// Sqrt sets z to the integer part of x's square root; it panics if x is negative.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	z.neg = false
	z.abs = z.abs.sqrt(x.abs)
	return z
}
