package big

// takePrec gives z the larger precision of the operands if it has none.
func (z *Float) takePrec(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// addFinite sets z to x + y for finite numbers, where y has the sign yneg.
func (z *Float) addFinite(x, y *Float, yneg bool) *Float {
	xneg := x.neg
	if x.cmpAbs(y) < 0 {
		x, y = y, x
		xneg, yneg = yneg, xneg
	}
	// |x| >= |y|. A y that lies far below what is kept of x only says where to round.
	keep := int64(z.prec) + 3
	if gap := x.exp - y.top(); gap > 0 && x.top()-y.top() > keep {
		shift := keep - int64(x.mant.bitLen())
		if shift < 1 {
			shift = 1
		}
		if shift <= gap {
			m := nat(nil).shl(x.mant, uint(shift))
			if xneg != yneg {
				m = m.sub(m, natOne)
			}
			return z.setRounded(xneg, m, x.exp-shift, true)
		}
	}
	a, b, exp := x.mant, y.mant, x.exp
	if x.exp > y.exp {
		a = nat(nil).shl(a, uint(x.exp-y.exp))
		exp = y.exp
	} else if x.exp < y.exp {
		b = nat(nil).shl(b, uint(y.exp-x.exp))
	}
	if xneg == yneg {
		return z.setRounded(xneg, nat(nil).add(a, b), exp, false)
	}
	m := nat(nil).sub(a, b)
	if len(m) == 0 {
		xneg = z.mode == ToNegativeInf
	}
	return z.setRounded(xneg, m, exp, false)
}

// Add sets z to x + y, rounded. It panics for infinities of opposite signs.
func (z *Float) Add(x, y *Float) *Float {
	z.takePrec(x, y)
	if x.form == finite && y.form == finite {
		return z.addFinite(x, y, y.neg)
	}
	if x.form == inf && y.form == inf && x.neg != y.neg {
		z.setRounded(false, nil, 0, false)
		panic(ErrNaN{"addition of infinities with opposite signs"})
	}
	if x.form == zero && y.form == zero {
		neg := x.neg && y.neg
		return z.setRounded(neg, nil, 0, false)
	}
	if x.form == inf || y.form == zero {
		return z.Set(x)
	}
	return z.Set(y)
}

// Sub sets z to x - y, rounded. It panics for infinities of equal signs.
func (z *Float) Sub(x, y *Float) *Float {
	z.takePrec(x, y)
	if x.form == finite && y.form == finite {
		return z.addFinite(x, y, !y.neg)
	}
	if x.form == inf && y.form == inf && x.neg == y.neg {
		z.setRounded(false, nil, 0, false)
		panic(ErrNaN{"subtraction of infinities with equal signs"})
	}
	if x.form == zero && y.form == zero {
		neg := x.neg && !y.neg
		return z.setRounded(neg, nil, 0, false)
	}
	if x.form == inf || y.form == zero {
		return z.Set(x)
	}
	return z.Neg(y)
}

// Mul sets z to x·y, rounded. It panics for zero times infinity.
func (z *Float) Mul(x, y *Float) *Float {
	z.takePrec(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.setRounded(neg, nat(nil).mul(x.mant, y.mant), x.exp+y.exp, false)
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.setRounded(false, nil, 0, false)
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == inf || y.form == inf:
		return z.SetInf(neg)
	}
	return z.setRounded(neg, nil, 0, false)
}

// Quo sets z to x / y, rounded. It panics for zero by zero and infinity by infinity.
func (z *Float) Quo(x, y *Float) *Float {
	z.takePrec(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		mant, exp, sticky := quotient(x.mant, y.mant, int(z.prec)+2)
		return z.setRounded(neg, mant, x.exp-y.exp+exp, sticky)
	case x.form == zero && y.form == zero || x.form == inf && y.form == inf:
		z.setRounded(false, nil, 0, false)
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == inf:
		return z.setRounded(neg, nil, 0, false)
	}
	return z.SetInf(neg)
}

// quotient is x / y as mant·2**exp with at least n bits; sticky says that there is more.
func quotient(x, y nat, n int) (mant nat, exp int64, sticky bool) {
	shift := max(n+y.bitLen()-x.bitLen()+1, 0)
	q, r := nat(nil).div(nil, nat(nil).shl(x, uint(shift)), y)
	return q, -int64(shift), len(r) > 0
}

// Sqrt sets z to the square root of x, rounded; a precision of 0 becomes x's. Its accuracy is not told. It panics if x
// is negative.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc, z.form, z.neg = Exact, x.form, x.neg
		z.mant, z.exp = z.mant[:0], 0
		return z
	}
	shift := int64(max(2*(int(z.prec)+2)-x.mant.bitLen(), 0))
	if (x.exp-shift)&1 != 0 {
		shift++
	}
	m := nat(nil).shl(x.mant, uint(shift))
	r := nat(nil).sqrt(m)
	exact := nat(nil).mul(r, r).cmp(m) == 0
	z.setRounded(false, r, (x.exp-shift)/2, !exact)
	z.acc = Exact
	return z
}
