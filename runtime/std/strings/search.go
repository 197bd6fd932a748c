// Package strings works on UTF-8 strings.
package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Compare is -1, 0 or +1 as a is before, equal to or after b.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	if a < b {
		return -1
	}
	return 1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return bytealg.Index(s, substr) >= 0 }

// ContainsAny reports whether a rune of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether a rune of s satisfies f.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count is the number of substr in s that do not overlap; for "" the number of runes plus 1.
func Count(s, substr string) int {
	if len(substr) == 0 {
		return utf8.RuneCountInString(s) + 1
	}
	if len(substr) == 1 {
		return bytealg.CountByte(s, substr[0])
	}
	for n := 0; ; n++ {
		i := bytealg.Index(s, substr)
		if i < 0 {
			return n
		}
		s = s[i+len(substr):]
	}
}

// Index is the index of the first substr in s, -1 if there is none.
func Index(s, substr string) int { return bytealg.Index(s, substr) }

// LastIndex is the index of the last substr in s, -1 if there is none.
func LastIndex(s, substr string) int { return bytealg.LastIndex(s, substr) }

// IndexByte is the index of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByte(s, c) }

// LastIndexByte is the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByte(s, c) }

// IndexRune is the index of the first r in s; for RuneError also of bytes that are not UTF-8.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return bytealg.Index(s, string(r))
}

// asciiSet is a set of ASCII bytes.
type asciiSet [4]uint32

// makeASCIISet is the set of the bytes in chars, if all are ASCII.
func makeASCIISet(chars string) (set asciiSet, ok bool) {
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c >= utf8.RuneSelf {
			return set, false
		}
		set[c>>5] |= 1 << (c & 31)
	}
	return set, true
}

func (set *asciiSet) has(c byte) bool { return c < utf8.RuneSelf && set[c>>5]&(1<<(c&31)) != 0 }

// IndexAny is the index of the first rune of s that is in chars, -1 if there is none.
func IndexAny(s, chars string) int {
	if set, ok := makeASCIISet(chars); ok {
		for i := 0; i < len(s); i++ {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny is the index of the last rune of s that is in chars, -1 if there is none.
func LastIndexAny(s, chars string) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc is the index of the first rune that satisfies f, -1 if there is none.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc is the index of the last rune that satisfies f, -1 if there is none.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == want {
			return i
		}
	}
	return -1
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Cut splits s at the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := bytealg.Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast splits s at the last sep.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := bytealg.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix takes prefix off s.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix takes suffix off s.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// EqualFold reports whether s and t are equal when case does not count.
func EqualFold(s, t string) bool {
	i := 0
	for ; i < len(s) && i < len(t); i++ {
		a, b := s[i], t[i]
		if a|b >= utf8.RuneSelf {
			break
		}
		if a != b {
			if a > b {
				a, b = b, a
			}
			if !('A' <= a && a <= 'Z' && b == a+'a'-'A') {
				return false
			}
		}
	}
	s, t = s[i:], t[i:]
	for len(s) > 0 && len(t) > 0 {
		a, n := utf8.DecodeRuneInString(s)
		b, m := utf8.DecodeRuneInString(t)
		s, t = s[n:], t[m:]
		if a == b {
			continue
		}
		if a > b {
			a, b = b, a
		}
		r := unicode.SimpleFold(a)
		for r != a && r < b {
			r = unicode.SimpleFold(r)
		}
		if r != b {
			return false
		}
	}
	return len(s) == len(t)
}
