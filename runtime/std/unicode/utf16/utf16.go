// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'

	high = 0xd800 // the first half of a pair is in [high, low)
	low  = 0xdc00 // the second half is in [low, end)
	end  = 0xe000
	base = 0x10000
)

// IsSurrogate reports whether r is one half of a pair.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune is the rune of a pair, U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 + (r2 - low) + base
	}
	return replacement
}

// EncodeRune is the pair of r, U+FFFD twice if r is not valid or needs no pair.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < base || r > maxRune {
		return replacement, replacement
	}
	r -= base
	return high + r>>10&0x3ff, low + r&0x3ff
}

// RuneLen is how many 16-bit words r takes, -1 if r is not valid.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < base:
		return 1
	case base <= r && r <= maxRune:
		return 2
	}
	return -1
}

// AppendRune appends the encoding of r, that of U+FFFD if r is not valid.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode is the encoding of s.
func Encode(s []rune) []uint16 {
	n := len(s)
	for _, r := range s {
		if r >= base {
			n++
		}
	}
	a := make([]uint16, 0, n)
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode is the runes of s; halves without their partner become U+FFFD.
func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		a = append(a, r)
	}
	return a
}
