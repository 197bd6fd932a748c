package big

import "math"

// Rat is a fraction in lowest terms; the zero value is 0.
type Rat struct {
	a Int
	b Int // positive; empty stands for 1
}

// NewRat is a/b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// denom is the denominator.
func (x *Rat) denom() nat {
	if len(x.b.abs) == 0 {
		return natOne
	}
	return x.b.abs
}

// norm brings z to lowest terms.
func (z *Rat) norm() *Rat {
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.abs = z.b.abs.set(natOne)
	case len(z.b.abs) == 0:
		z.b.abs = z.b.abs.set(natOne)
	default:
		neg := z.a.neg
		z.a.neg, z.b.neg = false, false
		if d := new(Int).GCD(nil, nil, &z.a, &z.b); d.Cmp(intOne) != 0 {
			z.a.abs, _ = z.a.abs.div(nil, z.a.abs, d.abs)
			z.b.abs, _ = z.b.abs.div(nil, z.b.abs, d.abs)
		}
		z.a.neg = neg
	}
	z.b.neg = false
	return z
}

// SetFloat64 sets z to f, exactly; the result is nil if f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	r, _ := NewFloat(f).Rat(z)
	r.a.neg = r.a.neg && len(r.a.abs) > 0
	return r
}

// SetFrac sets z to a/b; it panics if b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	den := nat(nil).set(b.abs)
	z.a.abs = z.a.abs.set(a.abs)
	z.b.abs = den
	z.a.neg = neg
	return z.norm()
}

// SetFrac64 sets z to a/b; it panics if b is 0.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	return z.SetFrac(NewInt(a), NewInt(b))
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.abs = z.b.abs.set(natOne)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.abs = z.b.abs.set(natOne)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.abs = z.b.abs.set(natOne)
	return z
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.abs = z.b.abs.set(x.denom())
	}
	return z
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = len(z.a.abs) > 0 && !z.a.neg
	return z
}

// Inv sets z to 1/x; it panics if x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign is -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool { return len(x.b.abs) == 0 || x.b.abs.cmp(natOne) == 0 }

// Num is the numerator, which is part of x.
func (x *Rat) Num() *Int { return &x.a }

// Denom is the denominator; it is part of x unless x is an uninitialised 0.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return &Int{abs: nat{1}}
	}
	return &x.b
}

// scaled is x·n with x's sign.
func scaled(x *Int, n nat) *Int { return &Int{neg: x.neg, abs: nat(nil).mul(x.abs, n)} }

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Rat) Cmp(y *Rat) int { return scaled(&x.a, y.denom()).Cmp(scaled(&y.a, x.denom())) }

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a, b := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	den := nat(nil).mul(x.denom(), y.denom())
	z.a.Add(a, b)
	z.b.abs = den
	return z.norm()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a, b := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	den := nat(nil).mul(x.denom(), y.denom())
	z.a.Sub(a, b)
	z.b.abs = den
	return z.norm()
}

// Mul sets z to x·y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	den := nat(nil).mul(x.denom(), y.denom())
	z.a.Mul(&x.a, &y.a)
	z.b.abs = den
	return z.norm()
}

// Quo sets z to x / y; it panics if y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	neg := a.neg != b.neg
	z.a.abs, z.b.abs = a.abs, b.abs
	z.a.neg = neg
	return z.norm()
}

// float is x with enough bits to round to any format of up to n bits.
func (x *Rat) float(n int) *Float {
	f := &Float{neg: x.a.neg}
	mant, exp, sticky := quotient(x.a.abs, x.denom(), n+2)
	if sticky {
		// A last bit stands for all that follows.
		mant = mant.shl(mant, 1)
		mant = mant.setBit(mant, 0, 1)
		exp--
	}
	return f.setExact(mant, exp)
}

// Float32 is the nearest float32 and whether it is exact.
func (x *Rat) Float32() (f float32, exact bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	f, acc := x.float(24).Float32()
	return f, acc == Exact
}

// Float64 is the nearest float64 and whether it is exact.
func (x *Rat) Float64() (f float64, exact bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	f, acc := x.float(53).Float64()
	return f, acc == Exact
}
