// Package bytes works on byte slices as package strings does on strings.
package bytes

import (
	"internal/bytealg"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// view is b as a string, for calls that neither keep it nor see b change.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal reports whether a and b have the same bytes.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// Compare is -1, 0 or +1 as a is before, equal to or after b.
func Compare(a, b []byte) int { return strings.Compare(view(a), view(b)) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a rune of chars is in b.
func ContainsAny(b []byte, chars string) bool { return strings.IndexAny(view(b), chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether a rune of b satisfies f.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count is the number of sep in s that do not overlap; for an empty one the number of runes plus 1.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// Index is the index of the first sep in s, -1 if there is none.
func Index(s, sep []byte) int { return bytealg.Index(view(s), view(sep)) }

// LastIndex is the index of the last sep in s, -1 if there is none.
func LastIndex(s, sep []byte) int { return bytealg.LastIndex(view(s), view(sep)) }

// IndexByte is the index of the first c in b, -1 if there is none.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(view(b), c) }

// LastIndexByte is the index of the last c in s, -1 if there is none.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(view(s), c) }

// IndexRune is the index of the first r in s; for RuneError also of bytes that are not UTF-8.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny is the index of the first rune of s that is in chars, -1 if there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// LastIndexAny is the index of the last rune of s that is in chars, -1 if there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// IndexFunc is the index of the first rune that satisfies f, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndexFunc is the index of the last rune that satisfies f, -1 if there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == string(prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && string(s[len(s)-len(suffix):]) == string(suffix)
}

// EqualFold reports whether s and t are equal when case does not count.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Cut splits s at the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast splits s at the last sep.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix takes prefix off s.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix takes suffix off s.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// part is the piece of s that its view has as sub, nil for "".
func part(s []byte, sub string) []byte {
	if len(sub) == 0 {
		return nil
	}
	i := uintptr(unsafe.Pointer(unsafe.StringData(sub))) - uintptr(unsafe.Pointer(unsafe.SliceData(s)))
	return s[i : int(i)+len(sub)]
}

// Trim removes runes of cutset from both ends.
func Trim(s []byte, cutset string) []byte { return part(s, strings.Trim(view(s), cutset)) }

// TrimLeft removes runes of cutset from the start.
func TrimLeft(s []byte, cutset string) []byte { return part(s, strings.TrimLeft(view(s), cutset)) }

// TrimRight removes runes of cutset from the end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimSpace removes white space from both ends.
func TrimSpace(s []byte) []byte { return part(s, strings.TrimSpace(view(s))) }

// TrimFunc removes runes that satisfy f from both ends.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc removes runes that satisfy f from the start.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return part(s, strings.TrimLeftFunc(view(s), f))
}

// TrimRightFunc removes runes that satisfy f from the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimPrefix takes prefix off s if it is there.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix takes suffix off s if it is there.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Runes decodes s.
func Runes(s []byte) []rune {
	r := make([]rune, 0, utf8.RuneCount(s))
	for _, c := range view(s) {
		r = append(r, c)
	}
	return r
}
