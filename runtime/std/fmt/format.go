package fmt

import (
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// flags are what stands between % and the verb.
type flags struct {
	widSet  bool
	precSet bool
	minus   bool
	plus    bool
	sharp   bool
	space   bool
	zero    bool
	plusV   bool // %+v
	sharpV  bool // %#v
	wid     int
	prec    int
}

// padding appends n times the padding byte.
func (p *printer) padding(n int) {
	c := byte(' ')
	if p.zero && !p.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		p.buf = append(p.buf, c)
	}
}

// padString appends s, padded to the width.
func (p *printer) padString(s string) {
	if !p.widSet || p.wid == 0 {
		p.buf = append(p.buf, s...)
		return
	}
	n := p.wid - utf8.RuneCountInString(s)
	if !p.minus {
		p.padding(n)
	}
	p.buf = append(p.buf, s...)
	if p.minus {
		p.padding(n)
	}
}

// padBytes is padString for text in a buffer.
func (p *printer) padBytes(b []byte) { p.padString(unsafe.String(unsafe.SliceData(b), len(b))) }

// truncated cuts s to as many runes as the precision says.
func (p *printer) truncated(s string) string {
	if p.precSet {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

// The functions that print a value by a verb report whether the verb fits it.

func (p *printer) formatBool(v bool, verb rune) bool {
	if verb != 't' && verb != 'v' {
		return false
	}
	if v {
		p.padString("true")
	} else {
		p.padString("false")
	}
	return true
}

func (p *printer) formatInteger(v uint64, signed bool, verb rune) bool {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.formatHex(v, true)
		} else {
			p.formatDigits(v, 10, signed, verb)
		}
	case 'd':
		p.formatDigits(v, 10, signed, verb)
	case 'b':
		p.formatDigits(v, 2, signed, verb)
	case 'o', 'O':
		p.formatDigits(v, 8, signed, verb)
	case 'x', 'X':
		p.formatDigits(v, 16, signed, verb)
	case 'c':
		p.padString(string(validRune(v)))
	case 'q':
		b := make([]byte, 0, 16)
		if p.plus {
			b = strconv.AppendQuoteRuneToASCII(b, validRune(v))
		} else {
			b = strconv.AppendQuoteRune(b, validRune(v))
		}
		p.padBytes(b)
	case 'U':
		p.formatUnicode(v)
	default:
		return false
	}
	return true
}

func validRune(v uint64) rune {
	if v > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(v)
}

// formatHex prints v in hexadecimal, with or without 0x.
func (p *printer) formatHex(v uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.formatDigits(v, 16, false, 'v')
	p.sharp = sharp
}

// formatDigits prints an integer with sign, prefix, precision and padding.
func (p *printer) formatDigits(u uint64, base uint64, signed bool, verb rune) {
	neg := signed && int64(u) < 0
	if neg {
		u = -u
	}
	if !p.widSet && !p.precSet && !neg && base == 10 && !p.plus && !p.space {
		p.buf = strconv.AppendUint(p.buf, u, 10)
		return
	}
	var space [72]byte
	buf := space[:]
	if p.widSet || p.precSet {
		if n := 3 + p.wid + p.prec; n > len(buf) {
			buf = make([]byte, n)
		}
	}
	prec := 0
	if p.precSet {
		prec = p.prec
		if prec == 0 && u == 0 {
			zero := p.zero
			p.zero = false
			p.padding(p.wid)
			p.zero = zero
			return
		}
	} else if p.zero && !p.minus && p.widSet {
		prec = p.wid
		if neg || p.plus || p.space {
			prec--
		}
	}
	digits := "0123456789abcdefx"
	if verb == 'X' {
		digits = "0123456789ABCDEFX"
	}
	i := len(buf)
	for u >= base {
		i--
		q := u / base
		buf[i] = digits[u-q*base]
		u = q
	}
	i--
	buf[i] = digits[u]
	for i > 0 && prec > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if p.sharp {
		switch base {
		case 2:
			i -= 2
			buf[i], buf[i+1] = '0', 'b'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i -= 2
			buf[i], buf[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		buf[i], buf[i+1] = '0', 'o'
	}
	if neg || p.plus || p.space {
		i--
		switch {
		case neg:
			buf[i] = '-'
		case p.plus:
			buf[i] = '+'
		default:
			buf[i] = ' '
		}
	}
	zero := p.zero
	p.zero = false
	p.padBytes(buf[i:])
	p.zero = zero
}

// formatUnicode prints U+0078, or with # U+0078 'x'.
func (p *printer) formatUnicode(u uint64) {
	prec := 4
	if p.precSet && p.prec > 4 {
		prec = p.prec
	}
	var digits [16]byte
	i := len(digits)
	for v := u; v != 0 || i == len(digits); v >>= 4 {
		i--
		digits[i] = "0123456789ABCDEF"[v&15]
	}
	b := append(make([]byte, 0, 40), 'U', '+')
	for n := len(digits) - i; n < prec; n++ {
		b = append(b, '0')
	}
	b = append(b, digits[i:]...)
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		b = append(b, ' ', '\'')
		b = utf8.AppendRune(b, rune(u))
		b = append(b, '\'')
	}
	zero := p.zero
	p.zero = false
	p.padBytes(b)
	p.zero = zero
}

func (p *printer) formatFloat(v float64, size int, verb rune) bool {
	prec := -1
	switch verb {
	case 'v':
		verb = 'g'
	case 'b', 'g', 'G', 'x', 'X':
	case 'f', 'e', 'E':
		prec = 6
	case 'F':
		verb = 'f'
		prec = 6
	default:
		return false
	}
	if p.precSet {
		prec = p.prec
	}
	var space [32]byte
	num := strconv.AppendFloat(space[:1], v, byte(verb), prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if p.space && num[0] == '+' && !p.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		zero := p.zero
		p.zero = false
		if num[1] == 'N' && !p.space && !p.plus || num[1] == 'I' && num[0] == '+' && !p.plus {
			num = num[1:]
			if num[0] == 'I' {
				num = append(space[:0], "+Inf"...)
			}
		}
		p.padBytes(num)
		p.zero = zero
		return true
	}
	if p.sharp && verb != 'b' {
		num = withPoint(num, verb, prec)
	}
	if p.plus || num[0] != '+' {
		if p.zero && !p.minus && p.widSet && p.wid > len(num) {
			p.buf = append(p.buf, num[0])
			p.padding(p.wid - len(num))
			p.buf = append(p.buf, num[1:]...)
			return true
		}
		p.padBytes(num)
		return true
	}
	p.padBytes(num[1:])
	return true
}

// withPoint is the effect of # on floats: always a decimal point, and for %g no removal of zeros.
func withPoint(num []byte, verb rune, prec int) []byte {
	digits := 0
	switch verb {
	case 'g', 'G', 'x':
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	var tail []byte
	point, nonzero := false, false
	for i := 1; i < len(num); i++ {
		c := num[i]
		if c == '.' {
			point = true
			continue
		}
		if c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X' {
			tail = append(tail, num[i:]...)
			num = num[:i]
			break
		}
		if c != '0' {
			nonzero = true
		}
		if nonzero {
			digits--
		}
	}
	if !point {
		if len(num) == 2 && num[1] == '0' {
			digits--
		}
		num = append(num, '.')
	}
	for ; digits > 0; digits-- {
		num = append(num, '0')
	}
	return append(num, tail...)
}

func (p *printer) formatComplex(v complex128, size int, verb rune) bool {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.buf = append(p.buf, '(')
		p.formatFloat(real(v), size, verb)
		p.plus = true
		p.formatFloat(imag(v), size, verb)
		p.buf = append(p.buf, 'i', ')')
		p.plus = plus
	default:
		return false
	}
	return true
}

func (p *printer) formatString(s string, verb rune) bool {
	switch verb {
	case 'v':
		if p.sharpV {
			p.formatQuoted(s)
		} else {
			p.padString(p.truncated(s))
		}
	case 's':
		p.padString(p.truncated(s))
	case 'x':
		p.formatStringHex(s, "0123456789abcdefx")
	case 'X':
		p.formatStringHex(s, "0123456789ABCDEFX")
	case 'q':
		p.formatQuoted(s)
	default:
		return false
	}
	return true
}

func (p *printer) formatQuoted(s string) {
	var room [64]byte
	s = p.truncated(s)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		p.padString("`" + s + "`")
	case p.plus:
		p.padBytes(strconv.AppendQuoteToASCII(room[:0], s))
	default:
		p.padBytes(strconv.AppendQuote(room[:0], s))
	}
}

func (p *printer) formatStringHex(s, digits string) {
	n := len(s)
	if p.precSet && p.prec < n {
		n = p.prec
	}
	width := 2 * n
	if n <= 0 {
		if p.widSet {
			p.padding(p.wid)
		}
		return
	}
	if p.space {
		if p.sharp {
			width *= 2
		}
		width += n - 1
	} else if p.sharp {
		width += 2
	}
	if p.widSet && p.wid > width && !p.minus {
		p.padding(p.wid - width)
	}
	if p.sharp {
		p.buf = append(p.buf, '0', digits[16])
	}
	for i := 0; i < n; i++ {
		if p.space && i > 0 {
			p.buf = append(p.buf, ' ')
			if p.sharp {
				p.buf = append(p.buf, '0', digits[16])
			}
		}
		c := s[i]
		p.buf = append(p.buf, digits[c>>4], digits[c&15])
	}
	if p.widSet && p.wid > width && p.minus {
		p.padding(p.wid - width)
	}
}

func (p *printer) formatBytes(b []byte, verb rune, typeString string) bool {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.buf = append(p.buf, typeString...)
			if b == nil {
				p.buf = append(p.buf, "(nil)"...)
				return true
			}
			p.buf = append(p.buf, '{')
			for i, c := range b {
				if i > 0 {
					p.buf = append(p.buf, ", "...)
				}
				p.formatHex(uint64(c), true)
			}
			p.buf = append(p.buf, '}')
			return true
		}
		p.buf = append(p.buf, '[')
		for i, c := range b {
			if i > 0 {
				p.buf = append(p.buf, ' ')
			}
			p.formatDigits(uint64(c), 10, false, verb)
		}
		p.buf = append(p.buf, ']')
	case 's', 'x', 'X', 'q':
		p.formatString(unsafe.String(unsafe.SliceData(b), len(b)), verb)
	default:
		return false
	}
	return true
}
