package big

import "math/bits"

// Word is a digit of a number in base 2**64, least significant first in all slices.
type Word uint

const wordBits = bits.UintSize

// addWords sets z = x + y for slices of one length and returns the carry.
func addWords(z, x, y []Word) (carry Word) {
	y = y[:len(z)]
	x = x[:len(z)]
	var c uint
	for i := range z {
		var s uint
		s, c = bits.Add(uint(x[i]), uint(y[i]), c)
		z[i] = Word(s)
	}
	return Word(c)
}

// subWords sets z = x - y for slices of one length and returns the borrow.
func subWords(z, x, y []Word) (borrow Word) {
	y = y[:len(z)]
	x = x[:len(z)]
	var c uint
	for i := range z {
		var s uint
		s, c = bits.Sub(uint(x[i]), uint(y[i]), c)
		z[i] = Word(s)
	}
	return Word(c)
}

// addWord sets z = x + c and returns the carry.
func addWord(z, x []Word, c Word) Word {
	x = x[:len(z)]
	for i := range z {
		s := x[i] + c
		z[i] = s
		if s < c {
			c = 1
		} else {
			c = 0
		}
	}
	return c
}

// subWord sets z = x - c and returns the borrow.
func subWord(z, x []Word, c Word) Word {
	x = x[:len(z)]
	for i := range z {
		w := x[i]
		z[i] = w - c
		if w < c {
			c = 1
		} else {
			c = 0
		}
	}
	return c
}

// mulAddWord sets z = x·y + c and returns the carry.
func mulAddWord(z, x []Word, y, c Word) Word {
	x = x[:len(z)]
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, k := bits.Add(lo, uint(c), 0)
		z[i] = Word(lo)
		c = Word(hi + k)
	}
	return c
}

// addMul sets z += x·y and returns the carry.
func addMul(z, x []Word, y Word) (c Word) {
	x = x[:len(z)]
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, k := bits.Add(lo, uint(z[i]), 0)
		hi += k
		lo, k = bits.Add(lo, uint(c), 0)
		z[i] = Word(lo)
		c = Word(hi + k)
	}
	return c
}

// subMul sets z -= x·y and returns the borrow.
func subMul(z, x []Word, y Word) (c Word) {
	x = x[:len(z)]
	for i := range z {
		hi, lo := bits.Mul(uint(x[i]), uint(y))
		lo, k := bits.Add(lo, uint(c), 0)
		hi += k
		d, b := bits.Sub(uint(z[i]), lo, 0)
		z[i] = Word(d)
		c = Word(hi + b)
	}
	return c
}

// divWord sets z = (r:x) / y and returns the remainder; r < y.
func divWord(z, x []Word, y, r Word) Word {
	for i := len(z) - 1; i >= 0; i-- {
		q, rem := bits.Div(uint(r), uint(x[i]), uint(y))
		z[i] = Word(q)
		r = Word(rem)
	}
	return r
}

// shiftLeft sets z = x << s for s below the size of a word and returns what is shifted out.
func shiftLeft(z, x []Word, s uint) (out Word) {
	if s == 0 {
		copy(z, x)
		return 0
	}
	for i := 0; i < len(z); i++ {
		w := x[i]
		z[i] = w<<s | out
		out = w >> (wordBits - s)
	}
	return out
}

// shiftRight sets z = x >> s for s below the size of a word.
func shiftRight(z, x []Word, s uint) {
	if s == 0 {
		copy(z, x)
		return
	}
	var in Word
	for i := len(z) - 1; i >= 0; i-- {
		w := x[i]
		z[i] = w>>s | in
		in = w << (wordBits - s)
	}
}
