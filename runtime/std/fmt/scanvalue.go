package fmt

import (
	"errors"
	"internal/rtype"
	"io"
	"strconv"
	"unicode/utf8"
)

// okVerb fails unless verb is one of those that fit the type.
func (s *scanner) okVerb(verb rune, verbs, typ string) {
	if indexRune(verbs, verb) < 0 {
		s.failText("bad verb '%" + string(verb) + "' for " + typ)
	}
}

func (s *scanner) notEOF() {
	if s.getRune() == eof {
		s.fail(io.EOF)
	}
	s.UnreadRune()
}

// accept takes a rune of ok.
func (s *scanner) accept(ok string) bool {
	r := s.getRune()
	if r == eof {
		return false
	}
	if indexRune(ok, r) >= 0 {
		s.buf = utf8.AppendRune(s.buf, r)
		return true
	}
	s.UnreadRune()
	return false
}

func (s *scanner) scanBool(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	s.okVerb(verb, "tv", "boolean")
	switch s.getRune() {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
	}
	return false
}

const digitsOf16 = "0123456789aAbBcCdDeEfF"

func (s *scanner) baseOf(verb rune) (base int, digits string) {
	s.okVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, "01"
	case 'o':
		return 8, "01234567"
	case 'x', 'X', 'U':
		return 16, digitsOf16
	}
	return 10, "0123456789"
}

// integerText reads an integer as text; it fails if there is none.
func (s *scanner) integerText(verb rune, signed bool) (text string, base int) {
	s.SkipSpace()
	s.notEOF()
	base, digits := s.baseOf(verb)
	s.buf = s.buf[:0]
	if verb == 'U' {
		if s.getRune() != 'U' || s.getRune() != '+' {
			s.failText("bad unicode format ")
		}
		s.buf = s.buf[:0]
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			// A prefix says the base, and underscores may stand between digits.
			base, digits = 0, "0123456789_"
			if s.accept("0") {
				switch {
				case s.accept("bB"):
					digits = "01_"
				case s.accept("oO"):
					digits = "01234567_"
				case s.accept("xX"):
					digits = digitsOf16 + "_"
				default:
					digits = "01234567_"
				}
				for s.accept(digits) {
				}
				return string(s.buf), base
			}
		}
	}
	s.notEOF()
	if !s.accept(digits) {
		s.failText("expected integer")
	}
	for s.accept(digits) {
	}
	return string(s.buf), base
}

// scanRune reads a rune that must fit an integer of so many bits.
func (s *scanner) scanRune(bits int) int64 {
	s.notEOF()
	r := int64(s.getRune())
	n := uint(bits)
	if x := r << (64 - n) >> (64 - n); x != r {
		s.failText("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scanner) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.scanRune(bits)
	}
	text, base := s.integerText(verb, true)
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	n := uint(bits)
	if x := i << (64 - n) >> (64 - n); x != i {
		s.failText("integer overflow on token " + text)
	}
	return i
}

func (s *scanner) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bits))
	}
	text, base := s.integerText(verb, false)
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	n := uint(bits)
	if x := i << (64 - n) >> (64 - n); x != i {
		s.failText("unsigned integer overflow on token " + text)
	}
	return i
}

// floatText reads a float as text.
func (s *scanner) floatText() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exp := "0123456789_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exp = digitsOf16+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exp) {
		s.accept("+-")
		for s.accept("0123456789_") {
		}
	}
	return string(s.buf)
}

func (s *scanner) scanFloat(verb rune, bits int) float64 {
	s.okVerb(verb, "beEfFgGv", "float"+strconv.Itoa(bits))
	s.SkipSpace()
	s.notEOF()
	return s.toFloat(s.floatText(), bits)
}

func (s *scanner) toFloat(text string, bits int) float64 {
	f, err := strconv.ParseFloat(text, bits)
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = text
		}
		s.fail(err)
	}
	return f
}

func (s *scanner) scanComplex(verb rune, bits int) complex128 {
	s.okVerb(verb, "beEfFgGv", "complex")
	s.SkipSpace()
	s.notEOF()
	paren := s.accept("(")
	re := s.floatText()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.failText("syntax error scanning complex number")
	}
	sign := string(s.buf)
	im := s.floatText()
	if !s.accept("i") || paren && !s.accept(")") {
		s.failText("syntax error scanning complex number")
	}
	return complex(s.toFloat(re, bits/2), s.toFloat(sign+im, bits/2))
}

func (s *scanner) scanString(verb rune) string {
	s.okVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	s.buf = s.buf[:0]
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexString()
	}
	s.token(notSpace)
	return string(s.buf)
}

func (s *scanner) quoted() string {
	quote := s.getRune()
	switch quote {
	case '`':
		for {
			r := s.mustReadRune()
			if r == '`' {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.mustReadRune()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' {
				s.buf = utf8.AppendRune(s.buf, s.mustReadRune())
			} else if r == '"' {
				break
			}
		}
		text, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failText("expected quoted string")
	return ""
}

func hexValue(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *scanner) hexString() string {
	s.notEOF()
	for {
		r := s.getRune()
		if r == eof {
			break
		}
		hi := hexValue(r)
		if hi < 0 {
			s.UnreadRune()
			break
		}
		lo := hexValue(s.mustReadRune())
		if lo < 0 {
			s.failText("illegal hex digit")
		}
		s.buf = append(s.buf, byte(hi<<4|lo))
	}
	if len(s.buf) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(s.buf)
}

// scanOne reads a value to what arg points to.
func (s *scanner) scanOne(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
		return
	}
	v := rtype.ValueOf(arg)
	if v.Kind() != rtype.Pointer {
		text := "<nil>"
		if v.IsValid() {
			text = v.Typ.Str
		}
		s.fail(errors.New("type not a pointer: " + text))
	}
	p := v.Elem()
	switch t := p.Typ; t.Kind {
	case rtype.Bool:
		p.SetBool(s.scanBool(verb))
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		p.SetInt(s.scanInt(verb, int(t.Size)*8))
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		p.SetUint(s.scanUint(verb, int(t.Size)*8))
	case rtype.Float32, rtype.Float64:
		p.SetFloat(s.scanFloat(verb, int(t.Size)*8))
	case rtype.Complex64:
		*(*complex64)(p.Ptr) = complex64(s.scanComplex(verb, 64))
	case rtype.Complex128:
		*(*complex128)(p.Ptr) = s.scanComplex(verb, 128)
	case rtype.String:
		p.SetString(s.scanString(verb))
	case rtype.Slice:
		if t.Elem().Kind != rtype.Uint8 {
			s.failText("can't scan type: " + v.Typ.Str)
		}
		*(*[]byte)(p.Ptr) = []byte(s.scanString(verb))
	default:
		s.failText("can't scan type: " + v.Typ.Str)
	}
}
