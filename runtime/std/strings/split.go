package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// explode splits s into up to n encoded runes.
func explode(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	a := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		a[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		a[n-1] = s
	}
	return a
}

// split splits s at sep, of which the parts keep the first keep bytes, into up to n parts.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	a := make([]string, n)
	i := 0
	for ; i < n-1; i++ {
		m := bytealg.Index(s, sep)
		if m < 0 {
			break
		}
		a[i] = s[:m+keep]
		s = s[m+len(sep):]
	}
	a[i] = s
	return a[:i+1]
}

// Split splits s at each sep.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN splits s at sep into up to n parts, all if n < 0.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter splits s after each sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s after sep into up to n parts, all if n < 0.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

func isSpaceByte(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// Fields splits s at runs of white space.
func Fields(s string) []string {
	n := 0
	space := true
	bits := byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		bits |= c
		now := isSpaceByte(c)
		if space && !now {
			n++
		}
		space = now
	}
	if bits >= utf8.RuneSelf {
		return FieldsFunc(s, unicode.IsSpace)
	}
	a := make([]string, 0, n)
	for i := 0; i < len(s); {
		if isSpaceByte(s[i]) {
			i++
			continue
		}
		start := i
		for i < len(s) && !isSpaceByte(s[i]) {
			i++
		}
		a = append(a, s[start:i])
	}
	return a
}

// FieldsFunc splits s at runs of runes that satisfy f.
func FieldsFunc(s string, f func(rune) bool) []string {
	var room [64]int
	bounds := room[:0]
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				bounds = append(bounds, start, i)
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		bounds = append(bounds, start, len(s))
	}
	a := make([]string, len(bounds)/2)
	for i := range a {
		a[i] = s[bounds[2*i]:bounds[2*i+1]]
	}
	return a
}

// Join puts sep between the elements.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := len(sep) * (len(elems) - 1)
	for _, e := range elems {
		n += len(e)
	}
	var b Builder
	b.Grow(n)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Trim removes runes of cutset from both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft removes runes of cutset from the start.
func TrimLeft(s, cutset string) string {
	if set, ok := makeASCIISet(cutset); ok {
		for len(s) > 0 && set.has(s[0]) {
			s = s[1:]
		}
		return s
	}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRight removes runes of cutset from the end.
func TrimRight(s, cutset string) string {
	if set, ok := makeASCIISet(cutset); ok {
		for len(s) > 0 && set.has(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		return s
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimSpace removes white space from both ends.
func TrimSpace(s string) string {
	for len(s) > 0 {
		if c := s[0]; c >= utf8.RuneSelf {
			return TrimFunc(s, unicode.IsSpace)
		} else if !isSpaceByte(c) {
			break
		}
		s = s[1:]
	}
	for len(s) > 0 {
		if c := s[len(s)-1]; c >= utf8.RuneSelf {
			return TrimRightFunc(s, unicode.IsSpace)
		} else if !isSpaceByte(c) {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

// TrimFunc removes runes that satisfy f from both ends.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc removes runes that satisfy f from the start.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc removes runes that satisfy f from the end.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i+n]
}

// TrimPrefix takes prefix off s if it is there.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix takes suffix off s if it is there.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
