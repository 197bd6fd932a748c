package big

import (
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// MaxBase is the largest base for texts.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// maxBaseSmall is the largest base in which upper and lower case mean the same.
const maxBaseSmall = 10 + ('z' - 'a' + 1)

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// maxPower is the largest power of b that fits in a word, and its exponent.
func maxPower(b Word) (p Word, n int) {
	p, n = b, 1
	for {
		hi, lo := bits.Mul(uint(p), uint(b))
		if hi != 0 {
			return p, n
		}
		p = Word(lo)
		n++
	}
}

// itoa is x in the given base, with a minus sign if neg.
func (x nat) itoa(neg bool, base int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return []byte("0")
	}
	// A digit is at least bits.Len(base)-1 bits.
	b := make([]byte, 0, x.bitLen()/(bits.Len(uint(base))-1)+2)
	if neg {
		b = append(b, '-')
	}
	if base&(base-1) == 0 {
		return x.appendPowerOfTwo(b, uint(bits.TrailingZeros(uint(base))))
	}
	big, n := maxPower(Word(base))
	// powers[i] is base**(n<<i), up to the square root of x.
	var powers []nat
	if len(x) > splitDigits {
		p := nat{big}
		for {
			powers = append(powers, p)
			if 2*p.bitLen() > x.bitLen() {
				break
			}
			p = nat(nil).mul(p, p)
		}
	}
	return nat(nil).set(x).appendDigits(b, Word(base), big, n, powers, 0)
}

// splitDigits is how long numbers are taken apart digit by digit.
const splitDigits = 8

// appendPowerOfTwo appends x in base 2**shift.
func (x nat) appendPowerOfTwo(b []byte, shift uint) []byte {
	n := (x.bitLen() + int(shift) - 1) / int(shift)
	for i := n - 1; i >= 0; i-- {
		pos := uint(i) * shift
		w := x[pos/wordBits] >> (pos % wordBits)
		if rest := wordBits - pos%wordBits; rest < shift && int(pos/wordBits)+1 < len(x) {
			w |= x[pos/wordBits+1] << rest
		}
		b = append(b, digitChars[w&(1<<shift-1)])
	}
	return b
}

// appendDigits appends x, which it destroys, with at least width digits; big is base**n.
func (x nat) appendDigits(b []byte, base, big Word, n int, powers []nat, width int) []byte {
	if len(x) > splitDigits {
		i := len(powers) - 1
		for i > 0 && powers[i].cmp(x) > 0 {
			i--
		}
		if powers[i].cmp(x) <= 0 {
			low := n << uint(i)
			q, r := nat(nil).div(nil, x, powers[i])
			b = q.appendDigits(b, base, big, n, powers, width-low)
			return r.appendDigits(b, base, big, n, powers[:i+1], low)
		}
	}
	var buf [splitDigits*wordBits + 8]byte
	i := len(buf)
	for len(x) > 0 {
		r := divWord(x, x, big, 0)
		x = x.norm()
		for k := 0; k < n && (len(x) > 0 || r != 0); k++ {
			i--
			buf[i] = digitChars[r%base]
			r /= base
		}
	}
	for k := len(buf) - i; k < width; k++ {
		b = append(b, '0')
	}
	return append(b, buf[i:]...)
}

var (
	errNoDigits = errors.New("number has no digits")
	errInvalSep = errors.New("'_' must separate successive digits")
)

// digitValue is the value of a digit, MaxBase+1 for other bytes.
func digitValue(c byte, base int) Word {
	switch {
	case '0' <= c && c <= '9':
		return Word(c - '0')
	case 'a' <= c && c <= 'z':
		return Word(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		if base <= maxBaseSmall {
			return Word(c-'A') + 10
		}
		return Word(c-'A') + maxBaseSmall
	}
	return MaxBase + 1
}

// scan reads a number. Base 0 takes the base from a prefix and allows underscores. With fracOk a point is allowed: count
// is then minus the number of digits behind it; otherwise it is the number of digits. A prefix "0" alone means octal
// unless fracOk.
func (z nat) scan(r io.ByteScanner, base int, fracOk bool) (res nat, b, count int, err error) {
	if base != 0 && base < 2 || base > MaxBase || fracOk && base != 0 && base != 2 && base != 8 && base != 10 && base != 16 {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
	// prev is the class of the last character: '.' at first, '0' a digit, '_' an underscore.
	prev := byte('.')
	badSep := false
	c, err := r.ReadByte()
	b = base
	prefix := byte(0)
	if base == 0 {
		b = 10
		if err == nil && c == '0' {
			prev = '0'
			count = 1
			c, err = r.ReadByte()
			if err == nil {
				switch c {
				case 'b', 'B':
					b, prefix = 2, 'b'
				case 'o', 'O':
					b, prefix = 8, 'o'
				case 'x', 'X':
					b, prefix = 16, 'x'
				default:
					if !fracOk {
						b, prefix = 8, '0'
					}
				}
				if prefix != 0 {
					count = 0
					if prefix != '0' {
						c, err = r.ReadByte()
					}
				}
			}
		}
	}
	z = z[:0]
	big, n := maxPower(Word(b))
	var acc Word
	have := 0
	point := -1
	for err == nil {
		if c == '.' && fracOk {
			fracOk = false
			if prev == '_' {
				badSep = true
			}
			prev = '.'
			point = count
		} else if c == '_' && base == 0 {
			if prev != '0' {
				badSep = true
			}
			prev = '_'
		} else {
			d := digitValue(c, b)
			if d >= Word(b) {
				r.UnreadByte()
				break
			}
			prev = '0'
			count++
			acc = acc*Word(b) + d
			have++
			if have == n {
				z = z.mulAdd(big, acc)
				acc, have = 0, 0
			}
		}
		c, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && (badSep || prev == '_') {
		err = errInvalSep
	}
	if count == 0 {
		if prefix == '0' {
			// A zero with an octal prefix is a zero.
			return z[:0], 10, 1, err
		}
		err = errNoDigits
	}
	if have > 0 {
		p := Word(1)
		for ; have > 0; have-- {
			p *= Word(b)
		}
		z = z.mulAdd(p, acc)
	}
	if point >= 0 {
		count = point - count
	}
	return z.norm(), b, count, err
}

// mulAdd is z·y + c, in the memory of z.
func (z nat) mulAdd(y, c Word) nat {
	if k := mulAddWord(z, z, y, c); k != 0 || len(z) == 0 {
		z = append(z, k)
	}
	return z.norm()
}
