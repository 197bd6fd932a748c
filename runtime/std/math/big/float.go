package big

import (
	"math"
)

// Limits of Floats.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

const (
	zero = iota
	finite
	inf
)

// Float is a floating-point number ±mant·2**exp whose mantissa has up to prec bits. Results are rounded to the precision
// of the receiver by its mode; a receiver of precision 0 takes that of the operands. The zero value is 0.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form byte
	neg  bool
	mant nat   // odd if finite
	exp  int64 // of the last bit of mant
}

// NewFloat is a Float of precision 53; it panics for NaN.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// top is the exponent such that |x| is in [½, 1)·2**top.
func (x *Float) top() int64 { return x.exp + int64(x.mant.bitLen()) }

// SetPrec sets the precision and rounds z to it; precision 0 makes z 0 unless it is infinite.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracy(z.neg)
			z.form = zero
			z.mant = z.mant[:0]
			z.exp = 0
		}
		return z
	}
	if prec > MaxPrec {
		prec = MaxPrec
	}
	old := z.prec
	z.prec = uint32(prec)
	if z.prec < old && z.form == finite {
		z.setRounded(z.neg, z.mant, z.exp, false)
	}
	return z
}

// SetMode sets the rounding mode; z is exact after it.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec is the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec is the least precision that x fits in, 0 for zero and infinity.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(x.mant.bitLen())
}

// Mode is the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc is how the last operation rounded.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign is -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// MantExp is the exponent of x = mant·2**exp with ½ <= |mant| < 1, and sets mant, if not nil; 0 for zero and infinity.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.top())
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = -int64(mant.mant.bitLen())
		}
	}
	return exp
}

// SetMantExp sets z to mant·2**exp, with mant's precision and mode.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.prec, z.mode = mant.prec, mant.mode
		z.setExact(z.mant, z.exp+int64(exp))
	}
	return z
}

// Signbit reports whether x is negative or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is infinite.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is an integer.
func (x *Float) IsInt() bool { return x.form == zero || x.form == finite && x.exp >= 0 }

// setInt sets z to an integer; a precision of 0 becomes large enough, but at least 64.
func (z *Float) setInt(neg bool, x nat) *Float {
	if z.prec == 0 {
		z.prec = uint32(max(x.bitLen(), 64))
	}
	return z.setRounded(neg, x, 0, false)
}

// SetUint64 sets z to x; a precision of 0 becomes 64.
func (z *Float) SetUint64(x uint64) *Float { return z.setInt(false, nat(nil).setUint64(x)) }

// SetInt64 sets z to x; a precision of 0 becomes 64.
func (z *Float) SetInt64(x int64) *Float {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.setInt(x < 0, nat(nil).setUint64(u))
}

// SetFloat64 sets z to x; a precision of 0 becomes 53. It panics for NaN.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	if math.IsInf(x, 0) {
		return z.SetInf(x < 0)
	}
	fraction, exp := math.Frexp(math.Abs(x))
	return z.setRounded(math.Signbit(x), nat(nil).setUint64(uint64(fraction*(1<<53))), int64(exp)-53, false)
}

// SetInt sets z to x; a precision of 0 becomes what x needs, but at least 64.
func (z *Float) SetInt(x *Int) *Float { return z.setInt(x.neg, x.abs) }

// SetRat sets z to x; a precision of 0 becomes what numerator and denominator need, but at least 64.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	var a, b Float
	a.SetInt(x.Num())
	b.SetInt(x.Denom())
	if z.prec == 0 {
		z.prec = max(a.prec, b.prec)
	}
	return z.Quo(&a, &b)
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc = Exact
	z.form = inf
	z.neg = signbit
	z.mant = z.mant[:0]
	z.exp = 0
	return z
}

// Set sets z to x, rounded; a precision of 0 becomes x's.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc = Exact
	z.form, z.neg, z.exp = x.form, x.neg, x.exp
	z.mant = z.mant.set(x.mant)
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.form == finite && z.prec < x.prec {
		z.setRounded(x.neg, x.mant, x.exp, false)
	}
	return z
}

// Copy sets z to x with x's precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		z.prec, z.mode, z.acc, z.form, z.neg, z.exp = x.prec, x.mode, x.acc, x.form, x.neg, x.exp
		z.mant = z.mant.set(x.mant)
	}
	return z
}

// Abs sets z to |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x, rounded.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Float) Cmp(y *Float) int {
	class := func(x *Float) int {
		n := int(x.form)
		if x.neg {
			n = -n
		}
		return n
	}
	a, b := class(x), class(y)
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == finite:
		return x.cmpAbs(y)
	case a == -finite:
		return y.cmpAbs(x)
	}
	return 0
}

func (x *Float) cmpAbs(y *Float) int {
	if a, b := x.top(), y.top(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	switch {
	case x.exp > y.exp:
		return nat(nil).shl(x.mant, uint(x.exp-y.exp)).cmp(y.mant)
	case x.exp < y.exp:
		return x.mant.cmp(nat(nil).shl(y.mant, uint(y.exp-x.exp)))
	}
	return x.mant.cmp(y.mant)
}
