package big

import (
	"math/bits"
	"sync"
)

// karatsubaThreshold is how many digits both factors need for Karatsuba's way to pay.
const karatsubaThreshold = 40

func (z nat) mul(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	m, n := len(x), len(y)
	switch {
	case n == 0:
		return z[:0]
	case n == 1:
		z = z.make(m + 1)
		z[m] = mulAddWord(z[:m], x, y[0], 0)
		return z.norm()
	}
	if alias(z, x) || alias(z, y) {
		z = nil
	}
	z = z.make(m + n)
	mulTo(z, x, y)
	return z.norm()
}

// mulTo sets z = x·y; z has len(x)+len(y) digits and shares none with them, and len(x) >= len(y).
func mulTo(z, x, y []Word) {
	if len(y) < karatsubaThreshold {
		clear(z)
		for i, w := range y {
			if w != 0 {
				z[len(x)+i] = addMul(z[i:i+len(x)], x, w)
			}
		}
		return
	}
	n := len(y)
	if len(x) > n {
		// Cut x into pieces of y's length.
		clear(z)
		t := make([]Word, 2*n)
		for i := 0; i < len(x); i += n {
			piece := x[i:min(i+n, len(x))]
			p := t[:len(piece)+n]
			if len(piece) >= n {
				mulTo(p, piece, y)
			} else {
				mulTo(p, y, piece)
			}
			addAt(z[i:], p)
		}
		return
	}
	// x = x1·B + x0, y = y1·B + y0: three products instead of four.
	h := n / 2
	x0, x1, y0, y1 := x[:h], x[h:], y[:h], y[h:]
	mulTo(z[:2*h], x0, y0)
	mulTo(z[2*h:], x1, y1)
	k := n - h
	t := make([]Word, 4*k+4)
	a, b, p := t[:k+1], t[k+1:2*k+2], t[2*k+2:]
	sum(a, x1, x0)
	sum(b, y1, y0)
	mulTo(p, a, b)
	subAt(p, z[:2*h])
	subAt(p, z[2*h:])
	addAt(z[h:], nat(p).norm())
}

// sum sets z = x + y with len(z) == len(x)+1 and len(x) >= len(y).
func sum(z, x, y []Word) {
	c := addWords(z[:len(y)], x[:len(y)], y)
	z[len(x)] = addWord(z[len(y):len(x)], x[len(y):], c)
}

// addAt adds x to z, which is long enough for the sum.
func addAt(z, x []Word) {
	if addWords(z[:len(x)], z[:len(x)], x) != 0 {
		addWord(z[len(x):], z[len(x):], 1)
	}
}

// subAt subtracts x from z, which is not less.
func subAt(z, x []Word) {
	if subWords(z[:len(x)], z[:len(x)], x) != 0 {
		subWord(z[len(x):], z[len(x):], 1)
	}
}

// divW is x / y and the remainder.
func (z nat) divW(x nat, y Word) (q nat, r Word) {
	if y == 0 {
		panic("division by zero")
	}
	z = z.make(len(x))
	r = divWord(z, x, y, 0)
	return z.norm(), r
}

// divRoom is how many digits of a shifted divisor have room in the frame; longer ones reuse those of divisors.
const divRoom = 32

var divisors = sync.Pool{New: func() any { return new(nat) }}

// div is x / y and the remainder, which may use r's memory (Knuth, The Art of Computer Programming 4.3.1, algorithm D).
func (z nat) div(r nat, x, y nat) (quo, rem nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
	if x.cmp(y) < 0 {
		rem = r.set(x)
		return z[:0], rem
	}
	if len(y) == 1 {
		q, w := z.divW(x, y[0])
		return q, r.setUint64(uint64(w))
	}
	n := len(y)
	m := len(x) - n
	s := uint(bits.LeadingZeros(uint(y[n-1])))
	var room [divRoom]Word
	v := nat(room[:min(n, divRoom)])
	if n > divRoom {
		space := divisors.Get().(*nat)
		defer divisors.Put(space)
		*space = space.make(n)
		v = *space
	}
	shiftLeft(v, y, s)
	if alias(r, x) || alias(r, y) || alias(r, z) {
		r = nil
	}
	u := r.make(len(x) + 1)
	u[len(x)] = shiftLeft(u[:len(x)], x, s)
	if alias(z, x) || alias(z, y) {
		z = nil
	}
	q := z.make(m + 1)
	top, second := uint(v[n-1]), uint(v[n-2])
	for j := m; j >= 0; j-- {
		// Guess a digit from the highest two; it is at most 1 too large after the correction.
		guess := ^uint(0)
		if high := uint(u[j+n]); high != top {
			var left uint
			guess, left = bits.Div(high, uint(u[j+n-1]), top)
			hi, lo := bits.Mul(guess, second)
			for hi > left || hi == left && lo > uint(u[j+n-2]) {
				guess--
				before := left
				left += top
				if left < before {
					break
				}
				hi, lo = bits.Mul(guess, second)
			}
		}
		c := subMul(u[j:j+n], v, Word(guess))
		if u[j+n] < c {
			guess--
			u[j+n] += addWords(u[j:j+n], u[j:j+n], v)
		}
		u[j+n] -= c
		q[j] = Word(guess)
	}
	shiftRight(u, u, s)
	return q.norm(), u.norm()
}

// pow is x**n.
func (z nat) pow(x nat, n uint64) nat {
	r := nat(nil).set(natOne)
	var t nat
	for i := bits.Len64(n) - 1; i >= 0; i-- {
		t = t.mul(r, r)
		r, t = t, r
		if n>>uint(i)&1 != 0 {
			t = t.mul(r, x)
			r, t = t, r
		}
	}
	return z.set(r)
}

// expNN is x**y mod m, or x**y if m is 0.
func (z nat) expNN(x, y, m nat) nat {
	if len(m) == 1 && m[0] == 1 {
		return z[:0]
	}
	r := nat(nil).set(natOne)
	base := x
	var q, t nat
	if len(m) > 0 {
		_, base = nat(nil).div(nil, x, m)
	}
	if len(base) == 0 {
		if len(y) == 0 {
			return z.set(natOne)
		}
		return z[:0]
	}
	for i := y.bitLen() - 1; i >= 0; i-- {
		t = t.mul(r, r)
		r, t = t, r
		if len(m) > 0 {
			q, t = q.div(t, r, m)
			r, t = t, r
		}
		if y.bit(uint(i)) != 0 {
			t = t.mul(r, base)
			r, t = t, r
			if len(m) > 0 {
				q, t = q.div(t, r, m)
				r, t = t, r
			}
		}
	}
	return z.set(r)
}

// mulRange is the product of all integers from a to b.
func (z nat) mulRange(a, b uint64) nat {
	switch {
	case a == 0:
		return z[:0]
	case a > b:
		return z.set(natOne)
	case a == b:
		return z.setUint64(a)
	case b-a < 8:
		z = z.setUint64(a)
		for i := a + 1; i <= b && i != 0; i++ {
			z = z.mul(z, nat{Word(i)})
		}
		return z
	}
	m := a + (b-a)/2
	return z.mul(nat(nil).mulRange(a, m), nat(nil).mulRange(m+1, b))
}
