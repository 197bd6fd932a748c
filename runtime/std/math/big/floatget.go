package big

import "math"

// integer is the integer part of |x|.
func (x *Float) integer() nat {
	if x.exp >= 0 {
		return nat(nil).shl(x.mant, uint(x.exp))
	}
	return nat(nil).shr(x.mant, uint(-x.exp))
}

// Uint64 is x truncated, or the nearest limit.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.top() > 64:
		return math.MaxUint64, Below
	case x.top() <= 0:
		return 0, Below
	}
	u := uint64(x.integer()[0])
	if x.MinPrec() <= 64 {
		return u, Exact
	}
	return u, Below
}

// Int64 is x truncated, or the nearest limit.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form == zero {
		return 0, Exact
	}
	acc := accuracy(x.neg)
	if x.form == finite {
		if x.top() <= 0 {
			return 0, acc
		}
		if x.exp >= 0 {
			acc = Exact
		}
		if x.top() <= 63 {
			i := int64(x.integer()[0])
			if x.neg {
				i = -i
			}
			return i, acc
		}
		if x.neg && x.top() == 64 && x.MinPrec() == 1 {
			return math.MinInt64, Exact
		}
	}
	if x.neg {
		return math.MinInt64, Above
	}
	return math.MaxInt64, Below
}

// round is x with n bits to the nearest, for n >= 0.
func (x *Float) roundTo(n int64) *Float {
	r := &Float{prec: uint32(n)}
	if n <= 0 {
		// Only the half above the least number rounds up, and an exact half goes to the even 0.
		r.neg = x.neg
		if n == 0 && x.mant.bitLen() > 1 {
			r.prec = 1
			r.setExact(natOne, x.top())
			r.acc = accuracy(!x.neg)
			return r
		}
		r.form = zero
		r.acc = accuracy(x.neg)
		return r
	}
	return r.setRounded(x.neg, x.mant, x.exp, false)
}

// toFloat is x in a format with the given bits of mantissa and least and greatest exponents (of numbers in [½, 1)).
func (x *Float) toFloat(bits, least, greatest int64) (float64, Accuracy) {
	sign := 1.0
	if x.neg {
		sign = -1
	}
	switch x.form {
	case zero:
		return math.Copysign(0, sign), Exact
	case inf:
		return math.Inf(int(sign)), Exact
	}
	n := bits
	if x.top() < least {
		n -= least - x.top()
	}
	if x.top() > greatest {
		return math.Inf(int(sign)), accuracy(!x.neg)
	}
	r := x.roundTo(n)
	if r.form == zero {
		return math.Copysign(0, sign), r.acc
	}
	if r.top() > greatest {
		return math.Inf(int(sign)), accuracy(!x.neg)
	}
	return sign * math.Ldexp(float64(r.mant[0]), int(r.exp)), r.acc
}

// Float32 is the nearest float32.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.toFloat(24, -125, 128)
	return float32(f), acc
}

// Float64 is the nearest float64.
func (x *Float) Float64() (float64, Accuracy) { return x.toFloat(53, -1021, 1024) }

// Int sets z to x truncated; the result is nil for infinity.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	acc := accuracy(x.neg)
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, acc
	}
	if x.exp >= 0 {
		acc = Exact
	}
	z.abs = x.integer()
	z.neg = x.neg && len(z.abs) > 0
	return z, acc
}

// Rat sets z to x; the result is nil for infinity.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Rat)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, accuracy(x.neg)
	}
	z.a.neg = x.neg
	if x.exp >= 0 {
		z.a.abs = nat(nil).shl(x.mant, uint(x.exp))
		z.b.abs = z.b.abs[:0]
	} else {
		z.a.abs = nat(nil).set(x.mant)
		z.b.abs = nat(nil).shl(natOne, uint(-x.exp))
	}
	return z.norm(), Exact
}
