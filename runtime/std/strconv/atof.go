package strconv

import (
	"math/bits"
	"unsafe"
)

// format is what reading needs to know of float32 and float64.
type format struct {
	mantBits uint
	expBits  uint
	bias     int
}

// float is the value with these bits.
func (f *format) float(mant uint64, exp int, neg bool) float64 {
	b := mant&(1<<f.mantBits-1) | uint64(exp)<<f.mantBits
	if neg {
		b |= 1 << (f.mantBits + f.expBits)
	}
	if f.mantBits == 23 {
		b32 := uint32(b)
		return float64(*(*float32)(unsafe.Pointer(&b32)))
	}
	return *(*float64)(unsafe.Pointer(&b))
}

func (f *format) inf(neg bool) float64 { return f.float(0, 1<<f.expBits-1, neg) }

var float64Powers = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// ParseFloat reads a float, hexadecimal ones, infinities and NaN included, and rounds it to bitSize bits.
func ParseFloat(s string, bitSize int) (float64, error) {
	v, n, err := parseFloatPrefix(s, bitSize)
	if n != len(s) && (err == nil || err.(*NumError).Err != ErrSyntax) {
		return 0, syntaxError("ParseFloat", s)
	}
	return v, err
}

func lowerEqual(s, word string) int {
	i := 0
	for i < len(s) && i < len(word) && s[i]|0x20 == word[i] {
		i++
	}
	return i
}

// special reads infinities and NaN.
func special(s string) (f float64, n int) {
	i := 0
	neg := false
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		neg = s[i] == '-'
		i++
	}
	if k := lowerEqual(s[i:], "infinity"); k >= 3 {
		if k < 8 {
			k = 3
		}
		f64 := format{52, 11, 1023}
		return f64.inf(neg), i + k
	}
	if i == 0 && lowerEqual(s, "nan") == 3 {
		f64 := format{52, 11, 1023}
		return f64.float(1<<51|1, 0x7FF, false), 3
	}
	return 0, 0
}

// scanned is the text of a number taken apart: mant × base^exp.
type scanned struct {
	mant  uint64
	exp   int
	neg   bool
	hex   bool
	trunc bool // digits that are not zero were left out
	n     int  // length of the text, 0 if it is not a number
}

func scanFloat(s string) (r scanned) {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		r.neg = s[i] == '-'
		i++
	}
	maxDigits := 19
	if i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x' {
		r.hex = true
		maxDigits = 16
		i += 2
	}
	sawDot, sawDigits, underscores := false, false, false
	nd, used, dp := 0, 0, 0
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			underscores = true
			continue
		}
		if c == '.' {
			if sawDot {
				break
			}
			sawDot = true
			dp = nd
			continue
		}
		d := digitValue(c)
		if d > 9 && !(r.hex && d < 16) {
			break
		}
		sawDigits = true
		if d == 0 && nd == 0 {
			dp--
			continue
		}
		nd++
		if used < maxDigits {
			if r.hex {
				r.mant = r.mant<<4 | uint64(d)
			} else {
				r.mant = r.mant*10 + uint64(d)
			}
			used++
		} else if d != 0 {
			r.trunc = true
		}
	}
	if !sawDigits {
		return
	}
	if !sawDot {
		dp = nd
	}
	if r.hex {
		dp *= 4
		used *= 4
	}
	mark := byte('e')
	if r.hex {
		mark = 'p'
	}
	if i < len(s) && s[i]|0x20 == mark {
		j := i + 1
		sign := 1
		if j < len(s) && (s[j] == '-' || s[j] == '+') {
			if s[j] == '-' {
				sign = -1
			}
			j++
		}
		if j >= len(s) || s[j]-'0' > 9 {
			return
		}
		e := 0
		for ; j < len(s) && (s[j]-'0' <= 9 || s[j] == '_'); j++ {
			if s[j] == '_' {
				underscores = true
			} else if e < 10000 {
				e = e*10 + int(s[j]-'0')
			}
		}
		dp += e * sign
		i = j
	} else if r.hex {
		return
	}
	if r.mant != 0 {
		r.exp = dp - used
	}
	if underscores && !underscoresOK(s[:i]) {
		return
	}
	r.n = i
	return
}

func parseFloatPrefix(s string, bitSize int) (float64, int, error) {
	f := format{52, 11, 1023}
	if bitSize == 32 {
		f = format{23, 8, 127}
	}
	if v, n := special(s); n > 0 {
		return v, n, nil
	}
	r := scanFloat(s)
	if r.n == 0 {
		return 0, 0, syntaxError("ParseFloat", s)
	}
	if r.hex {
		v, ok := f.fromHex(r)
		if !ok {
			return v, r.n, rangeError("ParseFloat", s)
		}
		return v, r.n, nil
	}
	if !r.trunc {
		// Small numbers and powers are exact: one rounding.
		if r.mant>>(f.mantBits+1) == 0 {
			limit := 22
			if bitSize == 32 {
				limit = 10
			}
			v := float64(r.mant)
			if r.neg {
				v = -v
			}
			switch {
			case r.exp == 0:
				return v, r.n, nil
			case 0 < r.exp && r.exp <= limit && bitSize != 32:
				if v *= float64Powers[r.exp]; -1e37 < v && v < 1e37 {
					return v, r.n, nil
				}
			case -limit <= r.exp && r.exp < 0:
				if bitSize == 32 {
					return float64(float32(v) / float32(float64Powers[-r.exp])), r.n, nil
				}
				return v / float64Powers[-r.exp], r.n, nil
			}
		}
	}
	if v, ok := f.fromProduct(r.mant, r.exp, r.neg); ok {
		if !r.trunc {
			return v, r.n, nil
		}
		if up, ok := f.fromProduct(r.mant+1, r.exp, r.neg); ok && up == v {
			return v, r.n, nil
		}
	}
	v, ok := f.fromDigits(s[:r.n], r.neg)
	if !ok {
		return v, r.n, rangeError("ParseFloat", s)
	}
	return v, r.n, nil
}

// fromProduct is mant × 10^exp by one or two 64×64 multiplications; it gives up where these do not decide.
// The algorithm is Eisel-Lemire (Daniel Lemire, "Number parsing at a gigabyte per second").
func (f *format) fromProduct(mant uint64, exp int, neg bool) (float64, bool) {
	if mant == 0 {
		return f.float(0, 0, neg), true
	}
	if exp < minPow10 || exp > maxPow10 {
		return 0, false
	}
	z := bits.LeadingZeros64(mant)
	mant <<= uint(z)
	e := exp*217706>>16 + 64 + f.bias - z
	g := &powersOfTen[exp-minPow10]
	low := uint64(1)<<(62-f.mantBits-1) - 1
	hi, lo := bits.Mul64(mant, g[0])
	if hi&low == low && lo+mant < mant {
		h2, l2 := bits.Mul64(mant, g[1])
		mid, carry := bits.Add64(lo, h2, 0)
		hi += carry
		if hi&low == low && mid+1 == 0 && l2+mant < mant {
			return 0, false
		}
		lo = mid
	}
	top := hi >> 63
	m := hi >> (uint(top) + 62 - f.mantBits - 1)
	e -= int(1 ^ top)
	if lo == 0 && hi&low == 0 && m&3 == 1 {
		return 0, false
	}
	m += m & 1
	m >>= 1
	if m>>(f.mantBits+1) != 0 {
		m >>= 1
		e++
	}
	if e < 1 || e >= 1<<f.expBits-1 {
		return 0, false
	}
	return f.float(m, e, neg), true
}

// fromHex is mant × 2^exp.
func (f *format) fromHex(r scanned) (float64, bool) {
	if r.mant == 0 {
		return f.float(0, 0, r.neg), true
	}
	m := r.mant
	e := r.exp
	// Keep mantBits+1 bits and two more for rounding, the last one sticky.
	want := f.mantBits + 3
	sticky := uint64(0)
	if r.trunc {
		sticky = 1
	}
	for m>>want != 0 {
		sticky |= m & 1
		m >>= 1
		e++
	}
	for m>>(want-1) == 0 {
		m <<= 1
		e--
	}
	m |= sticky
	e += 2 // of m without the two rounding bits
	least := 1 - f.bias - int(f.mantBits)
	for e < least && m > 1 {
		m = m>>1 | m&1
		e++
	}
	round := m & 3
	m >>= 2
	if round == 3 || round == 2 && m&1 != 0 {
		m++
		if m>>(f.mantBits+1) != 0 {
			m >>= 1
			e++
		}
	}
	if m>>f.mantBits == 0 {
		return f.float(m, 0, r.neg), true
	}
	e += f.bias + int(f.mantBits)
	if e >= 1<<f.expBits-1 {
		return f.inf(r.neg), false
	}
	return f.float(m, e, r.neg), true
}

// fromDigits converts exactly, by shifting a decimal number.
func (f *format) fromDigits(s string, neg bool) (float64, bool) {
	var t digitText
	t.read(s)
	if t.nd == 0 || t.dp < -330 {
		return f.float(0, 0, neg), true
	}
	if t.dp > 310 {
		return f.inf(neg), false
	}
	// Scale to [0.5, 1).
	e := 0
	for t.dp > 0 {
		n := 56
		if t.dp < 17 {
			n = (t.dp-1)*10/3 + 1
		}
		t.shift(-n)
		e += n
	}
	for t.dp < 0 || t.dp == 0 && t.d[0] < '5' {
		n := 56
		if -t.dp < 17 {
			n = max(1, -t.dp*3)
		}
		t.shift(n)
		e -= n
	}
	e-- // for a mantissa in [1, 2)
	if e < 1-f.bias {
		n := 1 - f.bias - e
		t.shift(-n)
		e += n
	}
	if e+f.bias >= 1<<f.expBits-1 {
		return f.inf(neg), false
	}
	t.shift(int(f.mantBits) + 1)
	m := t.integer()
	if m == 2<<f.mantBits {
		m >>= 1
		e++
		if e+f.bias >= 1<<f.expBits-1 {
			return f.inf(neg), false
		}
	}
	if m>>f.mantBits == 0 {
		return f.float(m, 0, neg), true
	}
	return f.float(m, e+f.bias, neg), true
}

// read takes the digits of a number that scanFloat accepted.
func (t *digitText) read(s string) {
	i := 0
	if s[0] == '-' || s[0] == '+' {
		i = 1
	}
	sawDot := false
	cut := false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			continue
		}
		if c == '.' {
			sawDot = true
			t.dp += t.nd
			continue
		}
		if c-'0' > 9 {
			break
		}
		if c == '0' && t.nd == 0 {
			if sawDot {
				t.dp--
			}
			continue
		}
		if t.nd < len(t.d) {
			t.d[t.nd] = c
			t.nd++
		} else {
			cut = cut || c != '0'
			if !sawDot {
				t.dp++
			}
		}
	}
	if !sawDot {
		t.dp += t.nd
	}
	if cut && t.d[t.nd-1] == '0' {
		t.d[t.nd-1] = '1'
	}
	if i < len(s) {
		i++
		sign := 1
		if s[i] == '-' || s[i] == '+' {
			if s[i] == '-' {
				sign = -1
			}
			i++
		}
		e := 0
		for ; i < len(s); i++ {
			if s[i] != '_' && e < 10000 {
				e = e*10 + int(s[i]-'0')
			}
		}
		t.dp += e * sign
	}
	dp := t.dp
	t.trim()
	if t.nd > 0 {
		t.dp = dp
	}
}
