package bytes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clone is a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		count := utf8.RuneCount(s)
		if n < 0 || n > count {
			n = count
		}
		a := make([][]byte, n)
		for i := range a {
			size := len(s)
			if i < n-1 {
				_, size = utf8.DecodeRune(s)
				a[i] = s[:size:size]
			} else {
				_, size = utf8.DecodeRune(s)
				if size == len(s) {
					a[i] = s[:size:size]
				} else {
					a[i] = s
				}
			}
			s = s[size:]
		}
		return a
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	a := make([][]byte, n)
	i := 0
	for ; i < n-1; i++ {
		m := Index(s, sep)
		if m < 0 {
			break
		}
		a[i] = s[: m+keep : m+keep]
		s = s[m+len(sep):]
	}
	a[i] = s
	return a[:i+1]
}

// Split splits s at each sep.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN splits s at sep into up to n parts, all if n < 0.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter splits s after each sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s after sep into up to n parts, all if n < 0.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Fields splits s at runs of white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc splits s at runs of runes that satisfy f.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	a := [][]byte{}
	start := -1
	for i, r := range view(s) {
		if f(r) {
			if start >= 0 {
				a = append(a, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		a = append(a, s[start:len(s):len(s)])
	}
	return a
}

// Join puts sep between the elements.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	n := len(sep) * (len(s) - 1)
	for _, e := range s {
		n += len(e)
	}
	b := make([]byte, 0, n)
	b = append(b, s[0]...)
	for _, e := range s[1:] {
		b = append(b, sep...)
		b = append(b, e...)
	}
	return b
}

// Map replaces each rune by mapping's result; negative ones are dropped.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for _, c := range view(s) {
		if r := mapping(c); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// Repeat is count copies of b.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > (1<<63-1)/count {
		panic("bytes: Repeat output length overflow")
	}
	n := len(b) * count
	r := make([]byte, n)
	done := copy(r, b)
	for done < n {
		done += copy(r[done:], r[:done])
	}
	return r
}

// ToUpper is a copy of s with all letters in upper case.
func ToUpper(s []byte) []byte { return Map(unicode.ToUpper, s) }

// ToLower is a copy of s with all letters in lower case.
func ToLower(s []byte) []byte { return Map(unicode.ToLower, s) }

// ToTitle is a copy of s with all letters in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial maps to upper case by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial maps to lower case by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial maps to title case by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 replaces runs of bytes that are not UTF-8.
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(view(s), view(replacement)))
}

// Title maps the first letter of each word to title case.
//
// Deprecated: word boundaries are not found right for all languages.
func Title(s []byte) []byte { return []byte(strings.Title(view(s))) }

// Replace is a copy of s with the first n old replaced by new, all if n < 0.
func Replace(s, old, new []byte, n int) []byte {
	if n == 0 || Count(s, old) == 0 {
		return append([]byte(nil), s...)
	}
	return append([]byte{}, strings.Replace(view(s), view(old), view(new), n)...)
}

// ReplaceAll is a copy of s with all old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }
