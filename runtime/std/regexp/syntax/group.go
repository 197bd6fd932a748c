package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// group parses a parenthesis; the result is nil for flags.
func (p *parser) group() (*Regexp, error) {
	start := p.s
	flags := p.flags
	capture, name := true, ""
	if p.flags&PerlX != 0 && len(p.s) >= 2 && p.s[1] == '?' {
		startsName := len(p.s) > 4 && strings.HasPrefix(p.s, "(?P<") || len(p.s) > 3 && strings.HasPrefix(p.s, "(?<")
		if startsName {
			head := 3
			if p.s[2] == 'P' {
				head = 4
			}
			end := strings.IndexByte(p.s, '>')
			if end < 0 {
				return nil, &Error{ErrInvalidNamedCapture, start}
			}
			text := p.s[:end+1]
			name = p.s[head:end]
			if !validName(name) {
				return nil, &Error{ErrInvalidNamedCapture, text}
			}
			p.s = p.s[end+1:]
		} else {
			open, err := p.groupFlags()
			if err != nil {
				return nil, err
			}
			if !open {
				return nil, nil
			}
			capture = false
		}
	} else {
		p.s = p.s[1:]
	}
	number := 0
	if capture {
		p.caps++
		number = p.caps
	}
	re, err := p.alternation()
	if err != nil {
		return nil, err
	}
	if p.s == "" {
		return nil, &Error{ErrMissingParen, p.whole}
	}
	p.s = p.s[1:]
	p.flags = flags
	if capture {
		re = &Regexp{Op: OpCapture, Flags: flags, Sub: []*Regexp{re}, Cap: number, Name: name}
	}
	return re, nil
}

func validName(name string) bool {
	for i := 0; i < len(name); i++ {
		if !isWord(name[i]) {
			return false
		}
	}
	return name != ""
}

// groupFlags reads (?flags) or (?flags: and reports whether a group begins.
func (p *parser) groupFlags() (open bool, err error) {
	s := p.s
	t := s[2:]
	flags := p.flags
	sign := 1
	sawFlag := false
	for t != "" {
		c, n := utf8.DecodeRuneInString(t)
		t = t[n:]
		var f Flags
		switch c {
		case 'i':
			f = FoldCase
		case 'm':
			f = OneLine
		case 's':
			f = DotNL
		case 'U':
			f = NonGreedy
		case '-':
			if sign < 0 {
				return false, &Error{ErrInvalidPerlOp, s[:len(s)-len(t)]}
			}
			sign = -1
			sawFlag = false
			continue
		case ':', ')':
			if sign < 0 && !sawFlag {
				return false, &Error{ErrInvalidPerlOp, s[:len(s)-len(t)]}
			}
			p.flags = flags
			p.s = t
			if c == ':' {
				return true, nil
			}
			return false, nil
		default:
			return false, &Error{ErrInvalidPerlOp, s[:len(s)-len(t)]}
		}
		sawFlag = true
		// (?m) turns OneLine off.
		if (sign > 0) != (f == OneLine) {
			flags |= f
		} else {
			flags &^= f
		}
	}
	return false, &Error{ErrInvalidPerlOp, s}
}

// escape reads an escape sequence for one character.
func (p *parser) escape(s string) (r rune, rest string, err error) {
	t := s[1:]
	if t == "" {
		return 0, "", &Error{ErrTrailingBackslash, ""}
	}
	c, n := utf8.DecodeRuneInString(t)
	t = t[n:]
	bad := func() (rune, string, error) { return 0, "", &Error{ErrInvalidEscape, s[:len(s)-len(t)]} }
	switch c {
	case '1', '2', '3', '4', '5', '6', '7':
		// A single digit would be a back reference.
		if t == "" || t[0] < '0' || '7' < t[0] {
			return bad()
		}
		fallthrough
	case '0':
		r = c - '0'
		for i := 1; i < 3 && t != "" && '0' <= t[0] && t[0] <= '7'; i++ {
			r = r*8 + rune(t[0]-'0')
			t = t[1:]
		}
		return r, t, nil
	case 'x':
		if t == "" {
			return bad()
		}
		c, n := utf8.DecodeRuneInString(t)
		t = t[n:]
		if c == '{' {
			digits := 0
			for {
				if t == "" {
					return bad()
				}
				c, n = utf8.DecodeRuneInString(t)
				t = t[n:]
				if c == '}' {
					break
				}
				d := unhex(c)
				if d < 0 {
					return bad()
				}
				r = r*16 + d
				if r > unicode.MaxRune {
					return bad()
				}
				digits++
			}
			if digits == 0 {
				return bad()
			}
			return r, t, nil
		}
		x := unhex(c)
		if t == "" {
			return bad()
		}
		c, n = utf8.DecodeRuneInString(t)
		t = t[n:]
		y := unhex(c)
		if x < 0 || y < 0 {
			return bad()
		}
		return x*16 + y, t, nil
	case 'a':
		return '\a', t, nil
	case 'f':
		return '\f', t, nil
	case 'n':
		return '\n', t, nil
	case 'r':
		return '\r', t, nil
	case 't':
		return '\t', t, nil
	case 'v':
		return '\v', t, nil
	}
	if c < utf8.RuneSelf && !isWord(byte(c)) || c == '_' && p.flags&PerlX == 0 {
		return c, t, nil
	}
	return bad()
}

func unhex(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}
