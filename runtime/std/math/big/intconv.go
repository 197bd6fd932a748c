package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text is x in a base from 2 to MaxBase, "<nil>" for nil.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.abs.itoa(x.neg, base))
}

// Append appends Text.
func (x *Int) Append(buf []byte, base int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	return append(buf, x.abs.itoa(x.neg, base)...)
}

// String is x in base 10.
func (x *Int) String() string { return x.Text(10) }

func repeat(s fmt.State, c byte, n int) {
	for ; n > 0; n-- {
		s.Write([]byte{c})
	}
}

// Format prints x for the verbs b, o, O, d, x, X, s and v.
func (x *Int) Format(s fmt.State, ch rune) {
	base := 10
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	digits := x.abs.itoa(false, base)
	if ch == 'X' {
		digits = []byte(strings.ToUpper(string(digits)))
	}
	var left, zeros, right int
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		if len(digits) < precision {
			zeros = precision - len(digits)
		} else if len(digits) == 1 && digits[0] == '0' && precision == 0 {
			return
		}
	}
	length := len(sign) + len(prefix) + zeros + len(digits)
	if width, ok := s.Width(); ok && length < width {
		switch d := width - length; {
		case s.Flag('-'):
			right = d
		case s.Flag('0') && !hasPrecision:
			zeros = d
		default:
			left = d
		}
	}
	repeat(s, ' ', left)
	io.WriteString(s, sign+prefix)
	repeat(s, '0', zeros)
	s.Write(digits)
	repeat(s, ' ', right)
}

// scan reads a number with an optional sign.
func (z *Int) scan(r io.ByteScanner, base int) (*Int, int, error) {
	neg, err := scanSign(r)
	if err != nil {
		return nil, 0, err
	}
	z.abs, base, _, err = z.abs.scan(r, base, false)
	if err != nil {
		return nil, base, err
	}
	z.neg = len(z.abs) > 0 && neg
	return z, base, nil
}

func scanSign(r io.ByteScanner) (neg bool, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return false, err
	}
	switch c {
	case '-':
		neg = true
	case '+':
	default:
		r.UnreadByte()
	}
	return neg, nil
}

// byteReader reads the bytes of a ScanState.
type byteReader struct{ fmt.ScanState }

func (r byteReader) ReadByte() (byte, error) {
	c, size, err := r.ReadRune()
	if size != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", c)
	}
	return byte(c), err
}

func (r byteReader) UnreadByte() error { return r.UnreadRune() }

// Scan reads x for the verbs b, o, d, x, X, s and v; the last two take the base from a prefix.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	_, _, err := z.scan(byteReader{s}, base)
	return err
}

// SetString sets z to the number in s; base 0 takes the base from a prefix and allows underscores. If s is not a number,
// the result is nil and false.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if _, _, err := z.scan(r, base); err != nil || r.Len() > 0 {
		return nil, false
	}
	return z, true
}

// AppendText appends x in base 10.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText is x in base 10.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number in text.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON is x in base 10, "null" for nil.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.abs.itoa(x.neg, 10), nil
}

// UnmarshalJSON sets z to the number in text; null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

const intGobVersion = 1

// GobEncode is x in the form of package gob.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(intGobVersion << 1)
	if x.neg {
		head |= 1
	}
	return append([]byte{head}, x.Bytes()...), nil
}

// GobDecode reads what GobEncode made.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != intGobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	z.SetBytes(buf[1:])
	z.neg = buf[0]&1 != 0
	return nil
}
