package strconv

import "unicode/utf8"

const hexDigits = "0123456789abcdef"

const (
	quoteASCII   = 1 // escape everything beyond ASCII
	quoteGraphic = 2 // keep graphic characters, spaces included
)

// Quote is s as a Go string literal.
func Quote(s string) string { return string(appendQuoted(nil, s, '"', 0)) }

// AppendQuote appends Quote(s).
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', 0) }

// QuoteToASCII is Quote with escapes for everything beyond ASCII.
func QuoteToASCII(s string) string { return string(appendQuoted(nil, s, '"', quoteASCII)) }

// AppendQuoteToASCII appends QuoteToASCII(s).
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', quoteASCII) }

// QuoteToGraphic is Quote that keeps Unicode graphic characters.
func QuoteToGraphic(s string) string { return string(appendQuoted(nil, s, '"', quoteGraphic)) }

// AppendQuoteToGraphic appends QuoteToGraphic(s).
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', quoteGraphic) }

// QuoteRune is r as a Go character literal.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, 0)) }

// AppendQuoteRune appends QuoteRune(r).
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, 0) }

// QuoteRuneToASCII is QuoteRune with escapes for everything beyond ASCII.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, quoteASCII)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r).
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quoteASCII) }

// QuoteRuneToGraphic is QuoteRune that keeps Unicode graphic characters.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, quoteGraphic)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r).
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoteGraphic)
}

func appendQuoted(dst []byte, s string, quote byte, mode int) []byte {
	if cap(dst) == 0 {
		dst = make([]byte, 0, 3*len(s)/2+2)
	}
	dst = append(dst, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			dst = appendEscaped(dst, rune(c), quote, mode)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 {
			dst = append(dst, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		} else {
			dst = appendEscaped(dst, r, quote, mode)
		}
		i += n
	}
	return append(dst, quote)
}

func appendQuotedRune(dst []byte, r rune, mode int) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	dst = appendEscaped(dst, r, '\'', mode)
	return append(dst, '\'')
}

func appendEscaped(dst []byte, r rune, quote byte, mode int) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if r < utf8.RuneSelf {
		if 0x20 <= r && r < 0x7F {
			return append(dst, byte(r))
		}
	} else if mode != quoteASCII && (IsPrint(r) || mode == quoteGraphic && isGraphicSpace(r)) {
		return utf8.AppendRune(dst, r)
	}
	switch {
	case '\a' <= r && r <= '\r':
		return append(dst, '\\', "abtnvfr"[r-'\a'])
	case r < ' ' || r == 0x7F:
		return append(dst, '\\', 'x', hexDigits[r>>4], hexDigits[r&15])
	}
	n := 12
	if r >= 0x10000 {
		dst = append(dst, '\\', 'U')
		n = 28
	} else {
		dst = append(dst, '\\', 'u')
	}
	for ; n >= 0; n -= 4 {
		dst = append(dst, hexDigits[r>>uint(n)&15])
	}
	return dst
}

// IsPrint reports whether Go prints r as itself: letters, marks, numbers, punctuation, symbols and the ASCII space.
func IsPrint(r rune) bool {
	if r < 0x80 {
		return 0x20 <= r && r < 0x7F
	}
	if r < 0x10000 {
		return inPairs16(printable16[:], uint16(r))
	}
	lo, hi := 0, len(printable32)/2
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if uint32(r) < printable32[2*m] {
			hi = m
		} else if uint32(r) > printable32[2*m+1] {
			lo = m + 1
		} else {
			return true
		}
	}
	return false
}

func inPairs16(pairs []uint16, r uint16) bool {
	lo, hi := 0, len(pairs)/2
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if r < pairs[2*m] {
			hi = m
		} else if r > pairs[2*m+1] {
			lo = m + 1
		} else {
			return true
		}
	}
	return false
}

// IsGraphic is IsPrint or a Unicode space.
func IsGraphic(r rune) bool { return IsPrint(r) || isGraphicSpace(r) }

func isGraphicSpace(r rune) bool {
	switch r {
	case 0x00A0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// CanBackquote reports whether s can be written between backquotes on one line.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' || c == '`' || c == 0x7F {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 || r == 0xFEFF {
			return false
		}
		i += n
	}
	return true
}

// UnquoteChar decodes the first character or escape of s, the inside of a literal with the given quote.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s)
		return r, true, s[n:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	switch c {
	case 'a', 'b', 't', 'n', 'v', 'f', 'r':
		for i := 0; i < 7; i++ {
			if "abtnvfr"[i] == c {
				value = rune('\a' + i)
			}
		}
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		if len(s) < n {
			return 0, false, "", ErrSyntax
		}
		var v rune
		for i := 0; i < n; i++ {
			d := digitValue(s[i])
			if d > 15 {
				return 0, false, "", ErrSyntax
			}
			v = v<<4 | rune(d)
		}
		s = s[n:]
		if c == 'x' {
			value = v
			break
		}
		if !utf8.ValidRune(v) {
			return 0, false, "", ErrSyntax
		}
		value = v
		multibyte = true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		v := rune(c) - '0'
		for i := 0; i < 2; i++ {
			d := rune(s[i]) - '0'
			if d < 0 || d > 7 {
				return 0, false, "", ErrSyntax
			}
			v = v<<3 | d
		}
		if v > 255 {
			return 0, false, "", ErrSyntax
		}
		value = v
		s = s[2:]
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	default:
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s, nil
}

// QuotedPrefix is the literal that s begins with, quotes included.
func QuotedPrefix(s string) (string, error) {
	out, _, err := unquote(s, false)
	return out, err
}

// Unquote is the value of a literal with double quotes, backquotes, or single quotes around one character.
func Unquote(s string) (string, error) {
	out, rest, err := unquote(s, true)
	if rest != "" {
		return "", ErrSyntax
	}
	return out, err
}

// unquote finds the literal at the start of in, decodes it if asked to, and returns what follows.
func unquote(in string, decode bool) (out, rest string, err error) {
	if len(in) < 2 {
		return "", in, ErrSyntax
	}
	quote := in[0]
	switch quote {
	case '`':
		end := 1
		returns := false
		for end < len(in) && in[end] != '`' {
			returns = returns || in[end] == '\r'
			end++
		}
		if end == len(in) {
			return "", in, ErrSyntax
		}
		end++
		if !decode {
			return in[:end], in[end:], nil
		}
		out = in[1 : end-1]
		if returns {
			b := make([]byte, 0, len(out))
			for i := 0; i < len(out); i++ {
				if out[i] != '\r' {
					b = append(b, out[i])
				}
			}
			out = string(b)
		}
		return out, in[end:], nil
	case '"', '\'':
		// Without escapes and invalid bytes, the contents are the value.
		for i := 1; i < len(in); i++ {
			c := in[i]
			if c == '\\' || c == '\n' || c >= utf8.RuneSelf {
				break
			}
			if c == quote {
				if quote == '\'' && i > 2 {
					break
				}
				if !decode {
					return in[:i+1], in[i+1:], nil
				}
				return in[1:i], in[i+1:], nil
			}
		}
		var b []byte
		s := in[1:]
		for s != "" && s[0] != quote {
			if s[0] == '\n' {
				return "", in, ErrSyntax
			}
			r, multibyte, rem, err := UnquoteChar(s, quote)
			if err != nil {
				return "", in, err
			}
			if decode {
				if r < utf8.RuneSelf || !multibyte {
					b = append(b, byte(r))
				} else {
					b = utf8.AppendRune(b, r)
				}
			}
			s = rem
			if quote == '\'' {
				break
			}
		}
		if s == "" || s[0] != quote || quote == '\'' && len(in)-len(s) == 1 {
			return "", in, ErrSyntax
		}
		s = s[1:]
		if decode {
			return string(b), s, nil
		}
		return in[:len(in)-len(s)], s, nil
	}
	return "", in, ErrSyntax
}
