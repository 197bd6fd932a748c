package big

var intOne = &Int{false, natOne}

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int {
	z.neg = x.neg
	z.abs = z.abs.shl(x.abs, n)
	return z
}

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		// -x >> n is ^((x-1) >> n).
		t := nat(nil).sub(x.abs, natOne)
		t = t.shr(t, n)
		z.abs = z.abs.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.shr(x.abs, n)
	z.neg = false
	return z
}

// Bit is bit i of x in two's complement.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return nat(nil).sub(x.abs, natOne).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with bit i of the two's complement set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if b > 1 {
		panic("set bit is not 0 or 1")
	}
	if x.neg {
		t := nat(nil).sub(x.abs, natOne)
		t = t.setBit(t, uint(i), b^1)
		z.abs = z.abs.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.setBit(x.abs, uint(i), b)
	z.neg = false
	return z
}

// ones is the bits of x in two's complement: those of |x|, or the complement of those of |x|-1.
func (x *Int) ones() nat {
	if x.neg {
		return nat(nil).sub(x.abs, natOne)
	}
	return x.abs
}

// setOnes sets z to the number with these bits, complemented if neg.
func (z *Int) setOnes(t nat, neg bool) *Int {
	if neg {
		t = nat(nil).add(t, natOne)
	}
	z.abs = t
	z.neg = neg
	return z
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg:
		return z.setOnes(nat(nil).or(a, b), true)
	case x.neg:
		return z.setOnes(nat(nil).andNot(b, a), false)
	case y.neg:
		return z.setOnes(nat(nil).andNot(a, b), false)
	}
	z.abs = z.abs.and(a, b)
	z.neg = false
	return z
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg:
		return z.setOnes(nat(nil).andNot(b, a), false)
	case x.neg:
		return z.setOnes(nat(nil).or(a, b), true)
	case y.neg:
		return z.setOnes(nat(nil).and(a, b), false)
	}
	return z.setOnes(nat(nil).andNot(a, b), false)
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg:
		return z.setOnes(nat(nil).and(a, b), true)
	case x.neg:
		return z.setOnes(nat(nil).andNot(a, b), true)
	case y.neg:
		return z.setOnes(nat(nil).andNot(b, a), true)
	}
	return z.setOnes(nat(nil).or(a, b), false)
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int { return z.setOnes(nat(nil).xor(x.ones(), y.ones()), x.neg != y.neg) }

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	t := nat(nil).set(x.ones())
	return z.setOnes(t, !x.neg)
}
