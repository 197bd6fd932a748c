package big

import (
	"fmt"
	"strconv"
)

// decimal is 0.digits·10**exp; without digits it is 0.
type decimal struct {
	digits []byte
	exp    int
}

// decimalOf is mant·2**exp, exactly.
func decimalOf(mant nat, exp int64) decimal {
	d := decimal{}
	if len(mant) == 0 {
		return d
	}
	if exp >= 0 {
		d.digits = nat(nil).shl(mant, uint(exp)).itoa(false, 10)
		d.exp = len(d.digits)
	} else {
		// 2**-n is 5**n·10**-n.
		n := uint64(-exp)
		d.digits = nat(nil).mul(mant, nat(nil).pow(nat{5}, n)).itoa(false, 10)
		d.exp = len(d.digits) - int(n)
	}
	d.trim()
	return d
}

func (d *decimal) trim() {
	n := len(d.digits)
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	d.digits = d.digits[:n]
	if n == 0 {
		d.exp = 0
	}
}

func (d *decimal) at(i int) byte {
	if 0 <= i && i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// round keeps n digits, halves to even.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	up := d.digits[n] > '5' || d.digits[n] == '5' && (n+1 < len(d.digits) || n > 0 && d.digits[n-1]&1 != 0)
	if up {
		d.roundUp(n)
	} else {
		d.roundDown(n)
	}
}

func (d *decimal) roundUp(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	if n == 0 {
		d.digits = append(d.digits[:0], '1')
		d.exp++
		return
	}
	d.digits[n-1]++
	d.digits = d.digits[:n]
}

func (d *decimal) roundDown(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	d.digits = d.digits[:n]
	d.trim()
}

// shorten leaves as few digits as tell x from the other numbers of its precision.
func (d *decimal) shorten(x *Float) {
	if len(d.digits) == 0 {
		return
	}
	// m has one bit more than the precision: m±1 is half way to the neighbours.
	shift := int(x.prec) + 1 - x.mant.bitLen()
	m := nat(nil).shl(x.mant, uint(shift))
	exp := x.exp - int64(shift)
	inclusive := m[0]&2 == 0
	lower := decimalOf(nat(nil).sub(m, natOne), exp)
	upper := decimalOf(nat(nil).add(m, natOne), exp)
	lowerBy, upperBy := lower.exp-d.exp, upper.exp-d.exp
	same := true // the digits of the upper limit so far are those of d
	ahead := false
	for i := 0; i < len(d.digits); i++ {
		l, c, u := lower.at(i+lowerBy), d.digits[i], upper.at(i+upperBy)
		if i == 0 && upperBy > 0 {
			// The upper limit has a digit more: everything may be rounded up.
			same, ahead = false, true
		}
		down := l != c || lowerBy != 0 || inclusive && i+1 == len(lower.digits)
		up := false
		if same {
			up = c != u && (inclusive || c+1 < u || i+1 < len(upper.digits))
		} else if ahead {
			up = inclusive || len(upper.digits) > 1 || i > 0
			up = up || c != '9'
		}
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.roundDown(i + 1)
			return
		case up:
			d.roundUp(i + 1)
			return
		}
	}
}

// Text is x in a format of package strconv, or 'p' or 'b'; a negative prec means as few digits as identify x.
func (x *Float) Text(format byte, prec int) string {
	return string(x.Append(make([]byte, 0, 10+max(prec, 0)), format, prec))
}

// String is x as Text('g', 10) gives it.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends Text.
func (x *Float) Append(buf []byte, format byte, prec int) []byte {
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch format {
	case 'b':
		return x.appendBinary(buf)
	case 'p':
		return x.appendHalf(buf)
	case 'x':
		return x.appendHex(buf, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		if x.neg {
			buf = buf[:len(buf)-1]
		}
		return append(buf, '%', format)
	}
	d := decimalOf(x.mant, x.exp)
	shortest := prec < 0
	if shortest {
		d.shorten(x)
		switch format {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.exp, 0)
		default:
			prec = len(d.digits)
		}
	} else {
		switch format {
		case 'e', 'E':
			d.round(prec + 1)
		case 'f':
			if n := d.exp + prec; n < 0 {
				d = decimal{}
			} else {
				d.round(n)
			}
		default:
			if prec == 0 {
				prec = 1
			}
			d.round(prec)
		}
	}
	switch format {
	case 'e', 'E':
		return appendE(buf, format, prec, d)
	case 'f':
		return appendF(buf, prec, d)
	}
	limit := prec
	if limit > len(d.digits) && len(d.digits) >= d.exp {
		limit = len(d.digits)
	}
	if shortest {
		limit = 6
	}
	if e := d.exp - 1; e < -4 || e >= limit {
		return appendE(buf, format+'e'-'g', min(prec, len(d.digits))-1, d)
	}
	return appendF(buf, max(len(d.digits)-d.exp, 0), d)
}

func appendE(buf []byte, format byte, prec int, d decimal) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	e := 0
	if len(d.digits) > 0 {
		e = d.exp - 1
	}
	return appendExponent(append(buf, format), e)
}

// appendExponent appends a sign and at least two digits.
func appendExponent(buf []byte, e int) []byte {
	c := byte('+')
	if e < 0 {
		c, e = '-', -e
	}
	buf = append(buf, c)
	if e < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, int64(e), 10)
}

func appendF(buf []byte, prec int, d decimal) []byte {
	if d.exp > 0 {
		for i := 0; i < d.exp; i++ {
			buf = append(buf, d.at(i))
		}
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := 0; i < prec; i++ {
			buf = append(buf, d.at(d.exp+i))
		}
	}
	return buf
}

// appendBinary appends the mantissa of all bits in decimal and a power of two.
func (x *Float) appendBinary(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	shift := int64(x.prec) - int64(x.mant.bitLen())
	buf = append(buf, nat(nil).shl(x.mant, uint(shift)).itoa(false, 10)...)
	return appendPower(buf, x.exp-shift)
}

func appendPower(buf []byte, e int64) []byte {
	buf = append(buf, 'p')
	if e >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, e, 10)
}

// appendHalf appends 0x.mantissap±exponent with the mantissa in [½, 1).
func (x *Float) appendHalf(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := x.mant
	if rest := m.bitLen() % 4; rest != 0 {
		m = nat(nil).shl(m, uint(4-rest))
	}
	buf = append(buf, "0x."...)
	digits := m.itoa(false, 16)
	d := decimal{digits: digits}
	d.trim()
	return appendPower(append(buf, d.digits...), x.top())
}

// appendHex appends 0xd.ddddp±dd with the first digit 1.
func (x *Float) appendHex(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, '.')
			for i := 0; i < prec; i++ {
				buf = append(buf, '0')
			}
		}
		return append(buf, "p+00"...)
	}
	// The mantissa gets a leading 1 and n digits of 4 bits.
	n := prec
	if n < 0 {
		n = (x.mant.bitLen() - 1 + 3) / 4
	}
	r := &Float{prec: uint32(1 + 4*n), mode: x.mode}
	r.setRounded(x.neg, x.mant, x.exp, false)
	m := nat(nil).shl(r.mant, uint(1+4*n-r.mant.bitLen()))
	digits := m.itoa(false, 16)
	buf = append(buf, "0x1"...)
	if n > 0 {
		buf = append(append(buf, '.'), digits[1:]...)
	}
	e := int(r.top() - 1)
	buf = append(buf, 'p')
	return appendExponent(buf, e)
}

// Format prints x for the verbs of floating-point numbers, and p and b.
func (x *Float) Format(s fmt.State, format rune) {
	prec, ok := s.Precision()
	if !ok {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v':
		format = 'g'
		fallthrough
	case 'g', 'G':
		if !ok {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	buf := x.Append(nil, byte(format), prec)
	if len(buf) == 0 {
		buf = []byte("?")
	}
	sign := ""
	switch {
	case buf[0] == '-':
		sign, buf = "-", buf[1:]
	case buf[0] == '+':
		// +Inf
		sign = "+"
		if s.Flag(' ') {
			sign = " "
		}
		buf = buf[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	padding := 0
	if width, ok := s.Width(); ok && width > len(sign)+len(buf) {
		padding = width - len(sign) - len(buf)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		s.Write([]byte(sign))
		repeat(s, '0', padding)
		s.Write(buf)
	case s.Flag('-'):
		s.Write([]byte(sign))
		s.Write(buf)
		repeat(s, ' ', padding)
	default:
		repeat(s, ' ', padding)
		s.Write([]byte(sign))
		s.Write(buf)
	}
}
