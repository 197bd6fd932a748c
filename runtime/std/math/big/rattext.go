package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// String is x as "a/b", also if b is 1.
func (x *Rat) String() string { return x.a.String() + "/" + x.Denom().String() }

// RatString is x as "a/b", or as "a" if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x in decimal with prec digits behind the point, halves rounded away from zero.
func (x *Rat) FloatString(prec int) string {
	if x.IsInt() {
		s := x.a.String()
		if prec > 0 {
			s += "." + strings.Repeat("0", prec)
		}
		return s
	}
	q, r := nat(nil).div(nil, x.a.abs, x.b.abs)
	p := natOne
	if prec > 0 {
		p = nat(nil).pow(nat{10}, uint64(prec))
	}
	r = r.mul(r, p)
	r, rest := nat(nil).div(nil, r, x.b.abs)
	if nat(nil).shl(rest, 1).cmp(x.b.abs) >= 0 {
		r = r.add(r, natOne)
		if r.cmp(p) >= 0 {
			q = nat(nil).add(q, natOne)
			r = nat(nil).sub(r, p)
		}
	}
	s := string(q.itoa(x.a.neg, 10))
	if x.a.neg && len(q) == 0 {
		s = "-0"
	}
	if prec > 0 {
		digits := string(r.itoa(false, 10))
		s += "." + strings.Repeat("0", prec-len(digits)) + digits
	}
	return s
}

// FloatPrec is how many digits behind the point do not repeat, and whether x is exact with them.
func (x *Rat) FloatPrec() (n int, exact bool) {
	d := nat(nil).set(x.denom())
	twos := d.trailingZeros()
	d = d.shr(d, twos)
	fives := 0
	for {
		q, r := nat(nil).divW(d, 5)
		if r != 0 || len(q) == 0 {
			break
		}
		d = q
		fives++
	}
	return max(int(twos), fives), d.cmp(natOne) == 0
}

// SetString sets z to the number in s, "a/b" or a decimal one with an exponent; if there is none, the result is nil and
// false.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if s == "" {
		return nil, false
	}
	if num, den, ok := strings.Cut(s, "/"); ok {
		if _, ok := z.a.SetString(num, 0); !ok {
			return nil, false
		}
		r := strings.NewReader(den)
		var err error
		if z.b.abs, _, _, err = nat(nil).scan(r, 0, false); err != nil || r.Len() > 0 || len(z.b.abs) == 0 {
			return nil, false
		}
		return z.norm(), true
	}
	r := strings.NewReader(s)
	n, err := scanNumber(r, 0)
	if err != nil || r.Len() > 0 {
		return nil, false
	}
	if len(n.mant) == 0 {
		return z.SetInt64(0), true
	}
	if n.exp5 > 1e6 || n.exp5 < -1e6 || n.exp2 > 1e7 || n.exp2 < -1e7 {
		return nil, false
	}
	a, b := n.mant, natOne
	if n.exp5 > 0 {
		a = nat(nil).mul(a, nat(nil).pow(nat{5}, uint64(n.exp5)))
	} else if n.exp5 < 0 {
		b = nat(nil).pow(nat{5}, uint64(-n.exp5))
	}
	if n.exp2 > 0 {
		a = nat(nil).shl(a, uint(n.exp2))
	} else if n.exp2 < 0 {
		b = nat(nil).shl(b, uint(-n.exp2))
	}
	z.a.abs, z.b.abs = a, nat(nil).set(b)
	z.a.neg = n.neg
	return z.norm(), true
}

// Scan reads a number for the verbs e, E, f, F, g, G and v.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	tok, err := s.Token(true, func(ch rune) bool { return strings.ContainsRune("+-/0123456789.eE", ch) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(tok)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// AppendText appends RatString.
func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }

// MarshalText is RatString.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number in text.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

const ratGobVersion = 1

// GobEncode is x in the form of package gob.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(ratGobVersion << 1)
	if x.a.neg {
		head |= 1
	}
	num := x.a.Bytes()
	b := binary.BigEndian.AppendUint32([]byte{head}, uint32(len(num)))
	b = append(b, num...)
	return append(b, x.b.Bytes()...), nil
}

// GobDecode reads what GobEncode made.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != ratGobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	n := int(binary.BigEndian.Uint32(buf[1:]))
	if n > len(buf)-5 {
		return io.ErrUnexpectedEOF
	}
	z.a.SetBytes(buf[5 : 5+n])
	z.a.neg = buf[0]&1 != 0
	z.b.SetBytes(buf[5+n:])
	return nil
}
