// Package strconv converts between values of basic types and their text.
package strconv

import "errors"

// ErrRange says that a value is out of range for its type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that text does not have the right form.
var ErrSyntax = errors.New("invalid syntax")

// IntSize is the size of int in bits.
const IntSize = 64

// NumError is a failed conversion.
type NumError struct {
	Func string // the failing function
	Num  string // its input
	Err  error  // the reason
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *NumError) Unwrap() error { return e.Err }

func clone(s string) string { return string([]byte(s)) }

func syntaxError(fn, s string) *NumError { return &NumError{fn, clone(s), ErrSyntax} }

func rangeError(fn, s string) *NumError { return &NumError{fn, clone(s), ErrRange} }

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

// FormatBool is "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte {
	if b {
		return append(dst, "true"...)
	}
	return append(dst, "false"...)
}

const digitPairs = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// formatBits writes u to the end of buf and returns where it begins.
func formatBits(buf *[65]byte, u uint64, base int, neg bool) int {
	i := len(buf)
	switch {
	case base == 10:
		for u >= 100 {
			q := u / 100
			p := (u - q*100) * 2
			i -= 2
			buf[i+1] = digitPairs[p+1]
			buf[i] = digitPairs[p]
			u = q
		}
		if u >= 10 {
			i -= 2
			buf[i+1] = digitPairs[u*2+1]
			buf[i] = digitPairs[u*2]
		} else {
			i--
			buf[i] = byte('0' + u)
		}
	case base < 2 || base > len(digits):
		panic("strconv: illegal AppendInt/FormatInt base")
	case base&(base-1) == 0:
		shift := uint(1)
		for 1<<shift != base {
			shift++
		}
		mask := uint64(base) - 1
		for {
			i--
			buf[i] = digits[u&mask]
			u >>= shift
			if u == 0 {
				break
			}
		}
	default:
		b := uint64(base)
		for {
			q := u / b
			i--
			buf[i] = digits[u-q*b]
			u = q
			if u == 0 {
				break
			}
		}
	}
	if neg {
		i--
		buf[i] = '-'
	}
	return i
}

// FormatUint is i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [65]byte
	return string(buf[formatBits(&buf, i, base, false):])
}

// FormatInt is i in the given base, 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [65]byte
	u := uint64(i)
	if i < 0 {
		u = -u
	}
	return string(buf[formatBits(&buf, u, base, i < 0):])
}

func small(i int) string {
	if i < 10 {
		return digits[i : i+1]
	}
	return digitPairs[i*2 : i*2+2]
}

// Itoa is i in decimal.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends i in the given base.
func AppendInt(dst []byte, i int64, base int) []byte {
	var buf [65]byte
	u := uint64(i)
	if i < 0 {
		u = -u
	}
	return append(dst, buf[formatBits(&buf, u, base, i < 0):]...)
}

// AppendUint appends i in the given base.
func AppendUint(dst []byte, i uint64, base int) []byte {
	var buf [65]byte
	return append(dst, buf[formatBits(&buf, i, base, false):]...)
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	if 0 < len(s) && len(s) < 19 {
		i := 0
		if s[0] == '-' || s[0] == '+' {
			i = 1
		}
		n := 0
		if i < len(s) {
			for ; i < len(s); i++ {
				d := s[i] - '0'
				if d > 9 {
					return 0, syntaxError("Atoi", s)
				}
				n = n*10 + int(d)
			}
			if s[0] == '-' {
				n = -n
			}
			return n, nil
		}
	}
	n, err := ParseInt(s, 10, 0)
	if e, ok := err.(*NumError); ok {
		e.Func = "Atoi"
	}
	return int(n), err
}

// digitValue is the value of a digit up to base 36, 255 for other bytes.
func digitValue(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return c | 0x20 - 'a' + 10
	}
	return 255
}

// ParseUint reads an unsigned number. Base 0 takes the base from a prefix and allows underscores.
func ParseUint(s string, base int, bitSize int) (uint64, error) { return parseUint("ParseUint", s, s, base, bitSize) }

func parseUint(fn, whole, s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, syntaxError(fn, whole)
	}
	text := s
	prefixed := base == 0
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			base = 8
			s = s[1:]
			if len(s) >= 2 {
				switch s[0] | 0x20 {
				case 'b':
					base, s = 2, s[1:]
				case 'o':
					s = s[1:]
				case 'x':
					base, s = 16, s[1:]
				}
			}
		}
	default:
		return 0, &NumError{fn, clone(whole), errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{fn, clone(whole), errors.New("invalid bit size " + Itoa(bitSize))}
	}
	cutoff := ^uint64(0)/uint64(base) + 1
	limit := ^uint64(0) >> (64 - uint(bitSize))
	underscores := false
	n := uint64(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := digitValue(c)
		if int(d) >= base {
			return 0, syntaxError(fn, whole)
		}
		if n >= cutoff {
			return limit, rangeError(fn, whole)
		}
		n *= uint64(base)
		m := n + uint64(d)
		if m < n || m > limit {
			return limit, rangeError(fn, whole)
		}
		n = m
	}
	if underscores && !underscoresOK(text) {
		return 0, syntaxError(fn, whole)
	}
	return n, nil
}

// ParseInt reads a signed number. Base 0 takes the base from a prefix and allows underscores.
func ParseInt(s string, base int, bitSize int) (int64, error) {
	whole := s
	if s == "" {
		return 0, syntaxError("ParseInt", whole)
	}
	neg := s[0] == '-'
	if neg || s[0] == '+' {
		s = s[1:]
	}
	u, err := parseUint("ParseInt", whole, s, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !neg && u >= cutoff {
		return int64(cutoff - 1), rangeError("ParseInt", whole)
	}
	if neg && u > cutoff {
		return -int64(cutoff), rangeError("ParseInt", whole)
	}
	if neg {
		u = -u
	}
	return int64(u), nil
}

// underscoresOK reports whether underscores stand only between digits or after a base prefix.
func underscoresOK(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	last := byte('^') // '0' after a digit or a prefix, '_' after an underscore
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'b', 'o', 'x':
			hex = s[1]|0x20 == 'x'
			last = '0'
			s = s[2:]
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9' || hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			last = '0'
		case c == '_':
			if last != '0' {
				return false
			}
			last = '_'
		default:
			if last == '_' {
				return false
			}
			last = '!'
		}
	}
	return last != '_'
}
