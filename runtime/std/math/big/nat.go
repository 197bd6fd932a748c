// Package big has numbers of any size: Int, Rat and Float.
//
// Methods of the form z.Op(x, y) set z and return it; z may be one of the operands.
package big

import "math/bits"

// nat is an unsigned number without leading zero digits; 0 is empty. Methods of the form z.op(x, y) return the result
// and may use z's memory for it, also if that is an operand's.
type nat []Word

var (
	natOne = nat{1}
	natTwo = nat{2}
)

func (z nat) norm() nat {
	i := len(z)
	for i > 0 && z[i-1] == 0 {
		i--
	}
	return z[:i]
}

// make has n digits of any value, with a few spare ones if it is new.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	if n == 1 {
		return make(nat, 1)
	}
	return make(nat, n, n+4)
}

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

func (z nat) setUint64(x uint64) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.make(1)
	z[0] = Word(x)
	return z
}

// alias reports whether x and y may share memory.
func alias(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	m, n := len(x), len(y)
	if n == 0 {
		return z.set(x)
	}
	z = z.make(m + 1)
	c := addWords(z[:n], x[:n], y)
	if m > n {
		c = addWord(z[n:m], x[n:], c)
	}
	z[m] = c
	return z.norm()
}

// sub is x - y, which must not be negative.
func (z nat) sub(x, y nat) nat {
	m, n := len(x), len(y)
	if m < n {
		panic("underflow")
	}
	if n == 0 {
		return z.set(x)
	}
	z = z.make(m)
	c := subWords(z[:n], x[:n], y)
	if m > n {
		c = subWord(z[n:], x[n:], c)
	}
	if c != 0 {
		panic("underflow")
	}
	return z.norm()
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*wordBits + bits.Len(uint(x[len(x)-1]))
}

func (x nat) trailingZeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i)*wordBits + uint(bits.TrailingZeros(uint(w)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	j := i / wordBits
	if j >= uint(len(x)) {
		return 0
	}
	return uint(x[j] >> (i % wordBits) & 1)
}

func (z nat) setBit(x nat, i uint, b uint) nat {
	j := int(i / wordBits)
	m := Word(1) << (i % wordBits)
	if b == 0 {
		z = z.set(x)
		if j < len(z) {
			z[j] &^= m
		}
		return z.norm()
	}
	n := max(len(x), j+1)
	z = z.make(n)
	copy(z, x)
	clear(z[len(x):])
	z[j] |= m
	return z
}

// lowBits reports whether any of the lowest n bits is set.
func (x nat) lowBits(n uint) bool {
	j := n / wordBits
	if j >= uint(len(x)) {
		return len(x) > 0
	}
	for _, w := range x[:j] {
		if w != 0 {
			return true
		}
	}
	return x[j]<<(wordBits-n%wordBits) != 0 && n%wordBits != 0
}

func (z nat) shl(x nat, s uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	if s == 0 {
		return z.set(x)
	}
	words, n := int(s/wordBits), len(x)
	r := z.make(n + words + 1)
	if alias(r, x) {
		// The digits move up: from the top.
		copy(r[words:words+n], x)
		r[n+words] = shiftLeft(r[words:words+n], r[words:words+n], s%wordBits)
	} else {
		r[n+words] = shiftLeft(r[words:words+n], x, s%wordBits)
	}
	clear(r[:words])
	return r.norm()
}

func (z nat) shr(x nat, s uint) nat {
	words := int(s / wordBits)
	n := len(x) - words
	if n <= 0 {
		return z[:0]
	}
	r := z.make(n)
	if s%wordBits == 0 {
		copy(r, x[words:])
		return r
	}
	s %= wordBits
	for i := 0; i < n-1; i++ {
		r[i] = x[words+i]>>s | x[words+i+1]<<(wordBits-s)
	}
	r[n-1] = x[len(x)-1] >> s
	return r.norm()
}

func (z nat) and(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(n)
	for i := range z {
		z[i] = x[i] & y[i]
	}
	return z.norm()
}

func (z nat) andNot(x, y nat) nat {
	m, n := len(x), min(len(x), len(y))
	z = z.make(m)
	for i := 0; i < n; i++ {
		z[i] = x[i] &^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) or(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n := len(y)
	z = z.make(len(x))
	for i := 0; i < n; i++ {
		z[i] = x[i] | y[i]
	}
	copy(z[n:], x[n:])
	return z
}

func (z nat) xor(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n := len(y)
	z = z.make(len(x))
	for i := 0; i < n; i++ {
		z[i] = x[i] ^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

// sqrt is the integer square root (Newton's method from above).
func (z nat) sqrt(x nat) nat {
	if x.cmp(natOne) <= 0 {
		return z.set(x)
	}
	a := nat(nil).shl(natOne, uint(x.bitLen()+1)/2)
	var b, q nat
	for {
		q, _ = q.div(nil, x, a)
		b = b.add(a, q)
		b = b.shr(b, 1)
		if b.cmp(a) >= 0 {
			return z.set(a)
		}
		a, b = b, a
	}
}
