package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// scanExponent reads an exponent: its base is 10 for e, 2 for p, where that is allowed.
func scanExponent(r io.ByteScanner, base2ok, sepOk bool) (exp int64, base int, err error) {
	base = 10
	c, err := r.ReadByte()
	if err != nil {
		if err == io.EOF {
			err = nil
		}
		return 0, 10, err
	}
	switch c {
	case 'e', 'E':
	case 'p', 'P':
		if !base2ok {
			r.UnreadByte()
			return 0, 10, nil
		}
		base = 2
	default:
		r.UnreadByte()
		return 0, 10, nil
	}
	neg := false
	if c, err = r.ReadByte(); err == nil && (c == '+' || c == '-') {
		neg = c == '-'
		c, err = r.ReadByte()
	}
	prev := byte('.')
	badSep, have := false, false
	for err == nil {
		if c == '_' && sepOk {
			if prev != '0' {
				badSep = true
			}
			prev = '_'
		} else if '0' <= c && c <= '9' {
			prev, have = '0', true
			if exp > 1<<58 {
				return 0, base, errors.New("exponent overflow")
			}
			exp = exp*10 + int64(c-'0')
		} else {
			r.UnreadByte()
			break
		}
		c, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && !have {
		err = errNoDigits
	}
	if err == nil && (badSep || prev == '_') {
		err = errInvalSep
	}
	if neg {
		exp = -exp
	}
	return exp, base, err
}

// number is a scanned number: ±mant·2**exp2·5**exp5.
type number struct {
	neg        bool
	mant       nat
	exp2, exp5 int64
	base       int
}

// scanNumber reads a floating-point number.
func scanNumber(r io.ByteScanner, base int) (n number, err error) {
	if n.neg, err = scanSign(r); err != nil {
		return n, err
	}
	var count int
	if n.mant, n.base, count, err = n.mant.scan(r, base, true); err != nil {
		return n, err
	}
	exp, expBase, err := scanExponent(r, true, base == 0)
	if err != nil {
		return n, err
	}
	if count < 0 {
		d := int64(count)
		switch n.base {
		case 10:
			n.exp5 = d
			n.exp2 = d
		case 2:
			n.exp2 = d
		case 8:
			n.exp2 = d * 3
		case 16:
			n.exp2 = d * 4
		}
	}
	n.exp2 += exp
	if expBase == 10 {
		n.exp5 += exp
	}
	return n, nil
}

func (z *Float) scan(r io.ByteScanner, base int) (f *Float, b int, err error) {
	if z.prec == 0 {
		z.prec = 64
	}
	z.form, z.mant, z.exp = zero, z.mant[:0], 0
	n, err := scanNumber(r, base)
	if err != nil {
		return nil, n.base, err
	}
	switch {
	case len(n.mant) == 0:
		z.setRounded(n.neg, nil, 0, false)
	case n.exp5 == 0:
		z.setRounded(n.neg, n.mant, n.exp2, false)
	case n.exp5 > 1<<28 || n.exp5 < -1<<28:
		// Far out of range whatever the digits are, and no work should go into finding out.
		z.neg = n.neg
		if n.exp5 > 0 {
			z.setExact(natOne, MaxExp)
		} else {
			z.setExact(natOne, MinExp-2)
		}
	case n.exp5 > 0:
		p := nat(nil).pow(nat{5}, uint64(n.exp5))
		z.setRounded(n.neg, p.mul(n.mant, p), n.exp2, false)
	default:
		p := nat(nil).pow(nat{5}, uint64(-n.exp5))
		mant, exp, sticky := quotient(n.mant, p, int(z.prec)+2)
		z.setRounded(n.neg, mant, n.exp2+exp, sticky)
	}
	return z, n.base, nil
}

// Parse sets z to the number in s, which may be infinite; a precision of 0 becomes 64. base is 0, 2, 8, 10 or 16, and b
// the one that was found.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	if len(s) == 3 && (s == "Inf" || s == "inf") {
		return z.SetInf(false), 0, nil
	}
	if len(s) == 4 && (s[0] == '+' || s[0] == '-') && (s[1:] == "Inf" || s[1:] == "inf") {
		return z.SetInf(s[0] == '-'), 0, nil
	}
	r := strings.NewReader(s)
	if f, b, err = z.scan(r, base); err != nil {
		return nil, b, err
	}
	if c, err := r.ReadByte(); err == nil {
		return f, b, fmt.Errorf("expected end of string, found %q", c)
	}
	return f, b, nil
}

// ParseFloat is Parse for a new Float.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// SetString sets z to the number in s; if there is none, the result is nil and false.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// Scan reads a number, for any verb of floating-point numbers.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	_, _, err := z.scan(byteReader{s}, 0)
	return err
}

// AppendText appends x with as many digits as identify it.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText is x with as many digits as identify it.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number in text.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

const floatGobVersion = 1

// GobEncode is x with its precision, mode and accuracy in the form of package gob.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1
	if x.neg {
		head |= 1
	}
	b := binary.BigEndian.AppendUint32([]byte{floatGobVersion, head}, x.prec)
	if x.form == finite {
		b = binary.BigEndian.AppendUint32(b, uint32(x.top()))
		// Whole words, the highest bit set.
		n := (x.mant.bitLen() + wordBits - 1) / wordBits * wordBits
		m := nat(nil).shl(x.mant, uint(n-x.mant.bitLen()))
		b = append(b, (&Int{abs: m}).Bytes()...)
	}
	return b, nil
}

// GobDecode reads what GobEncode made, rounded to z's precision unless that is 0.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != floatGobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	head := buf[1]
	z.mode = RoundingMode(head >> 5 & 7)
	acc := Accuracy(head>>3&3) - 1
	form := head >> 1 & 3
	z.neg = head&1 != 0
	z.prec = binary.BigEndian.Uint32(buf[2:])
	z.mant, z.exp = nil, 0
	z.form = form
	if form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		m := new(Int).SetBytes(buf[10:]).abs
		z.setExact(m, int64(int32(binary.BigEndian.Uint32(buf[6:])))-int64(m.bitLen()))
	}
	z.acc = acc
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}
