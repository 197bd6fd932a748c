package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace appends to dst the text s with each match replaced by what repl appends; changed says whether there was one.
func (re *Regexp) replace(s string, ncap int, repl func(dst []byte, m []int) []byte) (out []byte, changed bool) {
	last := 0 // end of the last match
	var room [8]int
	for pos := 0; pos <= len(s); {
		m := re.find(s, pos, ncap, room[:])
		if m == nil {
			break
		}
		out = append(out, s[last:m[0]]...)
		// No empty match right behind a match.
		if m[1] > last || m[0] == 0 {
			out = repl(out, m)
			changed = true
		}
		last = m[1]
		width := 1
		if pos < len(s) {
			_, width = utf8.DecodeRuneInString(s[pos:])
		}
		pos = max(pos+width, m[1])
	}
	if !changed {
		return nil, false
	}
	return append(out, s[last:]...), true
}

// ReplaceAllString is src with each match replaced by repl, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	n := 2
	if strings.Contains(repl, "$") {
		n = re.ncap()
	}
	out, changed := re.replace(src, n, func(dst []byte, m []int) []byte { return re.expand(dst, repl, src, m) })
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAllLiteralString is src with each match replaced by repl.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	out, changed := re.replace(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAllStringFunc is src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	out, changed := re.replace(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
	if !changed {
		return src
	}
	return string(out)
}

// ReplaceAll is a copy of src with each match replaced by repl, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	n := 2
	if strings.Contains(view(repl), "$") {
		n = re.ncap()
	}
	template := string(repl)
	out, changed := re.replace(view(src), n, func(dst []byte, m []int) []byte { return re.expand(dst, template, view(src), m) })
	if !changed {
		return append([]byte(nil), src...)
	}
	return out
}

// ReplaceAllLiteral is a copy of src with each match replaced by repl.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	out, changed := re.replace(view(src), 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	if !changed {
		return append([]byte(nil), src...)
	}
	return out
}

// ReplaceAllFunc is a copy of src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	out, changed := re.replace(view(src), 2, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
	if !changed {
		return append([]byte(nil), src...)
	}
	return out
}

// Expand appends template to dst; $1 and ${name} stand for the groups of a match in src, $$ for a dollar. A name is as
// long as possible, and what is no group is empty.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), view(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, num, rest, ok := groupName(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if num >= 0 {
			if 2*num+1 < len(match) && match[2*num] >= 0 {
				dst = append(dst, src[match[2*num]:match[2*num+1]]...)
			}
			continue
		}
		for i, n := range re.names {
			if n == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = append(dst, src[match[2*i]:match[2*i+1]]...)
				break
			}
		}
	}
}

// groupName reads name or {name}; num is -1 if it is not a number.
func groupName(s string) (name string, num int, rest string, ok bool) {
	brace := strings.HasPrefix(s, "{")
	if brace {
		s = s[1:]
	}
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		i += n
	}
	if i == 0 {
		return "", 0, "", false
	}
	name, rest = s[:i], s[i:]
	if brace {
		if !strings.HasPrefix(rest, "}") {
			return "", 0, "", false
		}
		rest = rest[1:]
	}
	for j := 0; j < len(name); j++ {
		if name[j] < '0' || '9' < name[j] || num >= 1e8 {
			num = -1
			break
		}
		num = num*10 + int(name[j]-'0')
	}
	if len(name) > 1 && name[0] == '0' {
		num = -1
	}
	return name, num, rest, true
}
