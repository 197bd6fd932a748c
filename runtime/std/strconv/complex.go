package strconv

// FormatComplex is (a+bi) with both parts formatted by FormatFloat for half of bitSize, 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize >>= 1
	b := append([]byte(nil), '(')
	b = AppendFloat(b, real(c), fmt, prec, bitSize)
	im := AppendFloat(nil, imag(c), fmt, prec, bitSize)
	if im[0] != '+' && im[0] != '-' {
		b = append(b, '+')
	}
	b = append(b, im...)
	return string(append(b, 'i', ')'))
}

// ParseComplex reads N, Ni or N±Ni, in parentheses or not.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	var pending error
	re, n, err := parseFloatPrefix(s, size)
	if err != nil {
		if err.(*NumError).Err == ErrSyntax {
			return 0, syntaxError("ParseComplex", whole)
		}
		pending = rangeError("ParseComplex", whole)
	}
	s = s[n:]
	if s == "" {
		return complex(re, 0), pending
	}
	switch s[0] {
	case '+':
		// A second sign belongs to the number: "1++2i" is wrong.
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if s == "i" {
			return complex(0, re), pending
		}
		return 0, syntaxError("ParseComplex", whole)
	default:
		return 0, syntaxError("ParseComplex", whole)
	}
	im, n, err := parseFloatPrefix(s, size)
	if err != nil {
		if err.(*NumError).Err == ErrSyntax {
			return 0, syntaxError("ParseComplex", whole)
		}
		pending = rangeError("ParseComplex", whole)
	}
	if s[n:] != "i" {
		return 0, syntaxError("ParseComplex", whole)
	}
	return complex(re, im), pending
}
