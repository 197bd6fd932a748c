// Package bits counts and moves bits, and multiplies and divides with carry.
//
// The compiler replaces many of these functions by instructions; the bodies state their meaning.
package bits

// UintSize is the size of uint in bits.
const UintSize = 64

// runtimeError is the panic of the divisions, in the form of a run-time error.
type runtimeError string

func (e runtimeError) RuntimeError() {}

func (e runtimeError) Error() string { return "runtime error: " + string(e) }

// LeadingZeros64 is the number of zero bits above the highest one; 64 for 0.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// LeadingZeros32 is the number of zero bits above the highest one; 32 for 0.
func LeadingZeros32(x uint32) int { return 32 - Len32(x) }

// LeadingZeros16 is the number of zero bits above the highest one; 16 for 0.
func LeadingZeros16(x uint16) int { return 16 - Len16(x) }

// LeadingZeros8 is the number of zero bits above the highest one; 8 for 0.
func LeadingZeros8(x uint8) int { return 8 - Len8(x) }

// LeadingZeros is the number of zero bits above the highest one; 64 for 0.
func LeadingZeros(x uint) int { return 64 - Len64(uint64(x)) }

// Len64 is the number of bits that represent x; 0 for 0.
func Len64(x uint64) (n int) {
	if x >= 1<<32 {
		x >>= 32
		n = 32
	}
	return n + Len32(uint32(x))
}

// Len32 is the number of bits that represent x; 0 for 0.
func Len32(x uint32) (n int) {
	if x >= 1<<16 {
		x >>= 16
		n = 16
	}
	if x >= 1<<8 {
		x >>= 8
		n += 8
	}
	if x >= 1<<4 {
		x >>= 4
		n += 4
	}
	if x >= 1<<2 {
		x >>= 2
		n += 2
	}
	if x >= 2 {
		return n + 2
	}
	return n + int(x)
}

// Len16 is the number of bits that represent x; 0 for 0.
func Len16(x uint16) int { return Len32(uint32(x)) }

// Len8 is the number of bits that represent x; 0 for 0.
func Len8(x uint8) int { return Len32(uint32(x)) }

// Len is the number of bits that represent x; 0 for 0.
func Len(x uint) int { return Len64(uint64(x)) }

// TrailingZeros64 is the number of zero bits below the lowest one; 64 for 0.
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return Len64(x&-x) - 1
}

// TrailingZeros32 is the number of zero bits below the lowest one; 32 for 0.
func TrailingZeros32(x uint32) int {
	if x == 0 {
		return 32
	}
	return Len32(x&-x) - 1
}

// TrailingZeros16 is the number of zero bits below the lowest one; 16 for 0.
func TrailingZeros16(x uint16) int { return TrailingZeros32(uint32(x) | 1<<16) }

// TrailingZeros8 is the number of zero bits below the lowest one; 8 for 0.
func TrailingZeros8(x uint8) int { return TrailingZeros32(uint32(x) | 1<<8) }

// TrailingZeros is the number of zero bits below the lowest one; 64 for 0.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

const (
	m0 = 0x5555555555555555
	m1 = 0x3333333333333333
	m2 = 0x0f0f0f0f0f0f0f0f
	m3 = 0x00ff00ff00ff00ff
	m4 = 0x0000ffff0000ffff
)

// OnesCount64 is the number of one bits.
func OnesCount64(x uint64) int {
	x -= x >> 1 & m0
	x = x&m1 + x>>2&m1
	x = (x + x>>4) & m2
	return int(x * 0x0101010101010101 >> 56)
}

// OnesCount32 is the number of one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// OnesCount16 is the number of one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount8 is the number of one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount is the number of one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// ReverseBytes64 has the bytes in reverse order.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&m3 | x&m3<<8
	x = x>>16&m4 | x&m4<<16
	return x>>32 | x<<32
}

// ReverseBytes32 has the bytes in reverse order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes16 has the bytes in reverse order.
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

// ReverseBytes has the bytes in reverse order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// Reverse64 has the bits in reverse order.
func Reverse64(x uint64) uint64 {
	x = x>>1&m0 | x&m0<<1
	x = x>>2&m1 | x&m1<<2
	x = x>>4&m2 | x&m2<<4
	return ReverseBytes64(x)
}

// Reverse32 has the bits in reverse order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse16 has the bits in reverse order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse8 has the bits in reverse order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse has the bits in reverse order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Mul64 is the 128-bit product.
func Mul64(x, y uint64) (hi, lo uint64) {
	const mask = 1<<32 - 1
	x0, x1 := x&mask, x>>32
	y0, y1 := y&mask, y>>32
	t := x1*y0 + x0*y0>>32
	w := t&mask + x0*y1
	return x1*y1 + t>>32 + w>>32, x * y
}

// Mul32 is the 64-bit product.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Mul is the 128-bit product.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Div64 divides a 128-bit number; it panics if y is 0 or the quotient has more than 64 bits.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(runtimeError("integer divide by zero"))
	}
	if y <= hi {
		panic(runtimeError("integer overflow"))
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	// Long division in base 2^32 with a divisor whose top bit is set.
	const base = 1 << 32
	s := uint(LeadingZeros64(y))
	y <<= s
	y1, y0 := y>>32, y&(base-1)
	u := hi<<s | lo>>(64-s)
	l := lo << s
	l1, l0 := l>>32, l&(base-1)
	digit := func(u, l uint64) uint64 {
		q := u / y1
		r := u - q*y1
		for q >= base || q*y0 > base*r+l {
			q--
			r += y1
			if r >= base {
				break
			}
		}
		return q
	}
	q1 := digit(u, l1)
	u = u*base + l1 - q1*y
	q0 := digit(u, l0)
	return q1*base + q0, (u*base + l0 - q0*y) >> s
}

// Div32 divides a 64-bit number; it panics if y is 0 or the quotient has more than 32 bits.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(runtimeError("integer overflow"))
	}
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

// Div divides a 128-bit number; it panics if y is 0 or the quotient has more than 64 bits.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Rem64 is the remainder of a 128-bit number; it panics if y is 0.
func Rem64(hi, lo, y uint64) uint64 {
	_, r := Div64(hi%y, lo, y)
	return r
}

// Rem32 is the remainder of a 64-bit number; it panics if y is 0.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }

// Rem is the remainder of a 128-bit number; it panics if y is 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// RotateLeft64 rotates by k bits to the left, or by -k to the right.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// RotateLeft32 rotates by k bits to the left, or by -k to the right.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// RotateLeft16 rotates by k bits to the left, or by -k to the right.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// RotateLeft8 rotates by k bits to the left, or by -k to the right.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// RotateLeft rotates by k bits to the left, or by -k to the right.
func RotateLeft(x uint, k int) uint {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// Add64 is x + y + carry, and the carry out; carry is 0 or 1.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub64 is x - y - borrow, and the borrow out; borrow is 0 or 1.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Add32 is x + y + carry, and the carry out; carry is 0 or 1.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 31
}

// Sub32 is x - y - borrow, and the borrow out; borrow is 0 or 1.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 31
}

// Add is x + y + carry, and the carry out; carry is 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub is x - y - borrow, and the borrow out; borrow is 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}
