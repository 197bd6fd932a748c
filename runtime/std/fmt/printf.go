package fmt

import (
	"internal/rtype"
	"unicode/utf8"
)

func tooLarge(x int) bool { return x > 1e6 || x < -1e6 }

// number reads decimal digits of s from start.
func number(s string, start, end int) (n int, ok bool, next int) {
	for next = start; next < end && '0' <= s[next] && s[next] <= '9'; next++ {
		if tooLarge(n) {
			return 0, false, end
		}
		n = n*10 + int(s[next]-'0')
		ok = true
	}
	return n, ok, next
}

// index reads [n] at format[i].
func (p *printer) index(arg int, format string, i, count int) (newArg, next int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return arg, i, false
	}
	p.reordered = true
	n, width, ok := 0, 1, false
	for j := i + 1; j < len(format); j++ {
		if format[j] == ']' {
			var end int
			n, ok, end = number(format, i+1, j)
			ok = ok && end == j
			width = j + 1 - i
			break
		}
	}
	if ok && 1 <= n && n <= count {
		return n - 1, i + width, true
	}
	p.goodIndex = false
	return arg, i + width, ok
}

// star takes a width or precision from the arguments.
func star(a []any, arg int) (n int, ok bool, newArg int) {
	newArg = arg
	if arg >= len(a) {
		return
	}
	newArg = arg + 1
	n, ok = a[arg].(int)
	if !ok {
		v := rtype.ValueOf(a[arg])
		switch v.Kind() {
		case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
			x := v.Int()
			n, ok = int(x), true
		case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
			x := v.Uint()
			n, ok = int(x), int64(x) >= 0
		}
	}
	if tooLarge(n) {
		n, ok = 0, false
	}
	return
}

// wrongArg reports a verb without an argument.
func (p *printer) wrongArg(verb rune, text string) {
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, text...)
}

func (p *printer) printf(format string, a []any) {
	end := len(format)
	arg := 0
	indexed := false // the directive has an index before its verb
	p.reordered = false
directives:
	for i := 0; i < end; {
		p.goodIndex = true
		start := i
		for i < end && format[i] != '%' {
			i++
		}
		p.buf = append(p.buf, format[start:i]...)
		if i >= end {
			break
		}
		i++
		p.flags = flags{}
	flagLoop:
		for ; i < end; i++ {
			c := format[i]
			switch c {
			case '#':
				p.sharp = true
			case '0':
				p.zero = true
			case '+':
				p.plus = true
			case '-':
				p.minus = true
			case ' ':
				p.space = true
			default:
				if 'a' <= c && c <= 'z' && arg < len(a) {
					// The common case: no width, no precision, no index.
					p.verb(rune(c), a, arg)
					arg++
					i++
					continue directives
				}
				break flagLoop
			}
		}
		arg, i, indexed = p.index(arg, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.widSet, arg = star(a, arg)
			if !p.widSet {
				p.buf = append(p.buf, "%!(BADWIDTH)"...)
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			indexed = false
		} else {
			p.wid, p.widSet, i = number(format, i, end)
			if indexed && p.widSet {
				p.goodIndex = false
			}
		}
		if i+1 <= end && format[i] == '.' {
			i++
			if indexed {
				p.goodIndex = false
			}
			arg, i, indexed = p.index(arg, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.precSet, arg = star(a, arg)
				if p.prec < 0 {
					p.prec = 0
					p.precSet = false
				}
				if !p.precSet {
					p.buf = append(p.buf, "%!(BADPREC)"...)
				}
				indexed = false
			} else {
				p.prec, p.precSet, i = number(format, i, end)
				if !p.precSet {
					p.prec = 0
					p.precSet = true
				}
			}
		}
		if !indexed {
			arg, i, indexed = p.index(arg, format, i, len(a))
		}
		if i >= end {
			p.buf = append(p.buf, "%!(NOVERB)"...)
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.buf = append(p.buf, '%')
		case !p.goodIndex:
			p.wrongArg(verb, "(BADINDEX)")
		case arg >= len(a):
			p.wrongArg(verb, "(MISSING)")
		default:
			p.verb(verb, a, arg)
			arg++
		}
	}
	if !p.reordered && arg < len(a) {
		p.flags = flags{}
		p.buf = append(p.buf, "%!(EXTRA "...)
		for i, x := range a[arg:] {
			if i > 0 {
				p.buf = append(p.buf, ", "...)
			}
			if x == nil {
				p.buf = append(p.buf, "<nil>"...)
			} else {
				p.buf = append(p.buf, rtype.TypeOf(x).Str...)
				p.buf = append(p.buf, '=')
				p.printArg(x, 'v')
			}
		}
		p.buf = append(p.buf, ')')
	}
}

// verb prints argument a[arg].
func (p *printer) verb(verb rune, a []any, arg int) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, arg)
	}
	if verb == 'v' || verb == 'w' {
		p.sharpV = p.sharp
		p.sharp = false
		p.plusV = p.plus
		p.plus = false
	}
	p.printArg(a[arg], verb)
}
