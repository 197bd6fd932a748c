package big

import "math/rand"

// Exp sets z to x**y mod |m|; without m, or with m 0, to x**y, which is 1 for negative y. If y is negative and x has no
// inverse, z is unchanged and the result nil.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x.abs
	var mod nat
	if m != nil {
		mod = m.abs
	}
	xneg := x.neg
	if y.neg {
		if len(mod) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse.abs
	}
	odd := y.abs.bit(0) == 1
	z.abs = z.abs.expNN(base, y.abs, mod)
	z.neg = len(z.abs) > 0 && xneg && odd
	if z.neg && len(mod) > 0 {
		z.abs = nat(nil).sub(mod, z.abs)
		z.neg = false
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, if not nil, such that z = a·x + b·y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	// Extended Euclid on the absolute values; a·u0 + b·v0 = r0.
	r0, r1 := new(Int).Abs(a), new(Int).Abs(b)
	u0, u1 := NewInt(1), NewInt(0)
	extended := x != nil || y != nil
	signA, signB := a.Sign(), b.Sign()
	absA, absB := new(Int).Abs(a), new(Int).Abs(b)
	var q, t Int
	for r1.Sign() != 0 {
		q.QuoRem(r0, r1, &t)
		r0, r1 = r1, r0.Set(&t)
		if extended {
			t.Mul(&q, u1)
			t.Sub(u0, &t)
			u0, u1 = u1, u0.Set(&t)
		}
	}
	if extended {
		if signA == 0 {
			u0.SetInt64(0)
		}
		// v0 from a·u0 + b·v0 = r0.
		v0 := new(Int)
		if signB != 0 {
			v0.Mul(absA, u0)
			v0.Sub(r0, v0)
			v0.Quo(v0, absB)
		}
		if x != nil {
			x.Set(u0)
			if signA < 0 {
				x.Neg(x)
			}
		}
		if y != nil {
			y.Set(v0)
			if signB < 0 {
				y.Neg(y)
			}
		}
	}
	return z.Set(r0)
}

// ModInverse sets z to the inverse of g mod n; if there is none, z is unchanged and the result nil.
func (z *Int) ModInverse(g, n *Int) *Int {
	mod := new(Int).Abs(n)
	h := g
	if g.neg || g.CmpAbs(mod) >= 0 && mod.Sign() != 0 {
		h = new(Int).Mod(g, mod)
	}
	var d, x Int
	d.GCD(&x, nil, h, mod)
	if d.Cmp(intOne) != 0 {
		return nil
	}
	if x.neg {
		x.Add(&x, mod)
	}
	return z.Set(&x)
}

// Jacobi is the Jacobi symbol (x/y); y must be odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic("big: invalid 2nd argument to Int.Jacobi: need odd integer but got " + y.String())
	}
	var a, b, c Int
	a.Set(x)
	b.Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if b.Cmp(intOne) == 0 {
			return j
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		s := a.abs.trailingZeros()
		if s&1 != 0 {
			if low := b.abs[0] & 7; low == 3 || low == 5 {
				j = -j
			}
		}
		c.Rsh(&a, s)
		// Quadratic reciprocity.
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a.Set(&b)
		b.Set(&c)
	}
}

// ModSqrt sets z to a square root of x mod p, an odd prime; if there is none, z is unchanged and the result nil.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.abs[0]%4 == 3:
		e := new(Int).Add(p, intOne)
		e.Rsh(e, 2)
		return z.Exp(x, e, p)
	case p.abs[0]%8 == 5:
		// Atkin: with v = (2x)**((p-5)/8), the root is x·v·(2x·v² - 1).
		e := new(Int).Rsh(p, 3)
		two := new(Int).Lsh(x, 1)
		v := new(Int).Exp(two, e, p)
		b := new(Int).Mul(v, v)
		b.Mod(b, p)
		b.Mul(b, two)
		b.Mod(b, p)
		b.Sub(b, intOne)
		b.Mul(b, x)
		b.Mod(b, p)
		b.Mul(b, v)
		return z.Mod(b, p)
	}
	// Tonelli and Shanks: p-1 = s·2**e.
	var s Int
	s.Sub(p, intOne)
	e := s.abs.trailingZeros()
	s.Rsh(&s, e)
	n := NewInt(2)
	for Jacobi(n, p) != -1 {
		n.Add(n, intOne)
	}
	var y, b, g, t Int
	y.Add(&s, intOne)
	y.Rsh(&y, 1)
	y.Exp(x, &y, p)
	b.Exp(x, &s, p)
	g.Exp(n, &s, p)
	r := e
	for {
		var m uint
		t.Set(&b)
		for t.Cmp(intOne) != 0 {
			t.Mul(&t, &t).Mod(&t, p)
			m++
		}
		if m == 0 {
			return z.Set(&y)
		}
		t.SetInt64(0).SetBit(&t, int(r-m-1), 1).Exp(&g, &t, p)
		g.Mul(&t, &t).Mod(&g, p)
		y.Mul(&y, &t).Mod(&y, p)
		b.Mul(&b, &g).Mod(&b, p)
		r = m
	}
}

var smallPrimes = [...]Word{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53}

// ProbablyPrime reports whether x is prime, by n rounds of the test of Miller and Rabin with random bases and one with
// base 2, and the test of Baillie, Pomerance, Selfridge and Wagstaff. It is always right below 2**64.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	for _, p := range smallPrimes {
		if len(x.abs) == 1 && x.abs[0] == p {
			return true
		}
		if r := remWord(x.abs, p); r == 0 {
			return false
		}
	}
	if len(x.abs) == 1 && x.abs[0] < 53*53 {
		return x.abs[0] > 1
	}
	return millerRabin(x, n) && lucas(x)
}

func remWord(x nat, p Word) Word {
	_, r := nat(nil).divW(x, p)
	return r
}

func millerRabin(x *Int, rounds int) bool {
	var m1, q Int
	m1.Sub(x, intOne)
	k := m1.abs.trailingZeros()
	q.Rsh(&m1, k)
	rnd := rand.New(rand.NewSource(int64(x.abs[0])))
	limit := new(Int).Sub(x, NewInt(3))
	two := NewInt(2)
	var base, y Int
next:
	for i := 0; i <= rounds; i++ {
		if i == rounds {
			base.Set(two)
		} else {
			base.Rand(rnd, limit)
			base.Add(&base, two)
		}
		y.Exp(&base, &q, x)
		if y.Cmp(intOne) == 0 || y.Cmp(&m1) == 0 {
			continue
		}
		for j := uint(1); j < k; j++ {
			y.Mul(&y, &y).Mod(&y, x)
			if y.Cmp(&m1) == 0 {
				continue next
			}
			if y.Cmp(intOne) == 0 {
				return false
			}
		}
		return false
	}
	return true
}

// lucas is the strong test with the parameters of Selfridge: P = 1 and the first D of 5, -7, 9, … with (D/n) = -1.
func lucas(n *Int) bool {
	d := int64(5)
	for i := 0; ; i++ {
		if j := Jacobi(NewInt(d), n); j == -1 {
			break
		} else if j == 0 && new(Int).Abs(NewInt(d)).Cmp(n) != 0 {
			return false
		}
		if i == 20 {
			// A square has no such D.
			r := new(Int).Sqrt(n)
			if r.Mul(r, r).Cmp(n) == 0 {
				return false
			}
		}
		if d > 0 {
			d = -d - 2
		} else {
			d = -d + 2
		}
	}
	bigD := NewInt(d)
	q := NewInt((1 - d) / 4)
	// n+1 = s·2**r; U and V at s by doubling.
	s := new(Int).Add(n, intOne)
	r := s.abs.trailingZeros()
	s.Rsh(s, r)
	half := func(x *Int) *Int {
		x.Mod(x, n)
		if x.Bit(0) == 1 {
			x.Add(x, n)
		}
		return x.Rsh(x, 1)
	}
	u, v, qk := NewInt(1), NewInt(1), new(Int).Set(q)
	var t Int
	for i := s.BitLen() - 2; i >= 0; i-- {
		u.Mul(u, v).Mod(u, n)
		v.Mul(v, v).Sub(v, t.Lsh(qk, 1)).Mod(v, n)
		qk.Mul(qk, qk).Mod(qk, n)
		if s.Bit(i) == 1 {
			nu := new(Int).Add(u, v)
			nv := new(Int).Mul(u, bigD)
			nv.Add(nv, v)
			u, v = half(nu), half(nv)
			qk.Mul(qk, q).Mod(qk, n)
		}
	}
	if u.Sign() == 0 || v.Sign() == 0 {
		return true
	}
	for ; r > 1; r-- {
		v.Mul(v, v).Sub(v, t.Lsh(qk, 1)).Mod(v, n)
		if v.Sign() == 0 {
			return true
		}
		qk.Mul(qk, qk).Mod(qk, n)
	}
	return false
}
