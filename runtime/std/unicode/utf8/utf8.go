// Package utf8 translates between runes and their UTF-8 encoding.
package utf8

// Limits of the encoding.
const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// shape packs what the first byte says: the sequence's length in bits 0-2, and in the two bytes above
// the lowest and highest allowed second byte. 0 for bytes that start nothing.
func shape(b byte) uint32 {
	switch {
	case b < 0xC2:
		return 0
	case b < 0xE0:
		return 2 | 0x80<<8 | 0xBF<<16
	case b == 0xE0:
		return 3 | 0xA0<<8 | 0xBF<<16
	case b == 0xED:
		return 3 | 0x80<<8 | 0x9F<<16
	case b < 0xF0:
		return 3 | 0x80<<8 | 0xBF<<16
	case b == 0xF0:
		return 4 | 0x90<<8 | 0xBF<<16
	case b < 0xF4:
		return 4 | 0x80<<8 | 0xBF<<16
	case b == 0xF4:
		return 4 | 0x80<<8 | 0x8F<<16
	}
	return 0
}

// FullRune reports whether p begins with a complete encoding; an invalid one is complete.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	s := shape(p[0])
	if len(p) >= int(s&7) {
		return true
	}
	if len(p) > 1 && (p[1] < byte(s>>8) || p[1] > byte(s>>16)) {
		return true
	}
	return len(p) > 2 && p[2]&0xC0 != 0x80
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) > UTFMax {
		s = s[:UTFMax]
	}
	if len(s) == 0 {
		return false
	}
	h := shape(s[0])
	if len(s) >= int(h&7) {
		return true
	}
	if len(s) > 1 && (s[1] < byte(h>>8) || s[1] > byte(h>>16)) {
		return true
	}
	return len(s) > 2 && s[2]&0xC0 != 0x80
}

// DecodeRune decodes the first rune of p: (RuneError, 0) if p is empty, (RuneError, 1) for invalid encodings.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	b := p[0]
	if b < RuneSelf {
		return rune(b), 1
	}
	s := shape(b)
	n := int(s & 7)
	if n == 0 || len(p) < n || p[1] < byte(s>>8) || p[1] > byte(s>>16) {
		return RuneError, 1
	}
	if n == 2 {
		return rune(b&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(b&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(b&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(p string) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	b := p[0]
	if b < RuneSelf {
		return rune(b), 1
	}
	s := shape(b)
	n := int(s & 7)
	if n == 0 || len(p) < n || p[1] < byte(s>>8) || p[1] > byte(s>>16) {
		return RuneError, 1
	}
	if n == 2 {
		return rune(b&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if n == 3 {
		return rune(b&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(b&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeLastRune decodes the last rune of p, with the results of DecodeRune.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if p[end-1] < RuneSelf {
		return rune(p[end-1]), 1
	}
	for i := end - 1; i >= 0 && i >= end-UTFMax; i-- {
		if RuneStart(p[i]) {
			r, n := DecodeRune(p[i:end])
			if i+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if s[end-1] < RuneSelf {
		return rune(s[end-1]), 1
	}
	for i := end - 1; i >= 0 && i >= end-UTFMax; i-- {
		if RuneStart(s[i]) {
			r, n := DecodeRuneInString(s[i:end])
			if i+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen is the number of bytes that encode r, -1 if r is not valid.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes the encoding of r to p, which is large enough, and returns its length.
func EncodeRune(p []byte, r rune) int {
	u := uint32(r)
	if u < 0x80 {
		p[0] = byte(u)
		return 1
	}
	if u < 0x800 {
		_ = p[1]
		p[0] = 0xC0 | byte(u>>6)
		p[1] = 0x80 | byte(u)&0x3F
		return 2
	}
	if u > MaxRune || u-surrogateMin <= surrogateMax-surrogateMin {
		u = RuneError
	}
	if u < 0x10000 {
		_ = p[2]
		p[0] = 0xE0 | byte(u>>12)
		p[1] = 0x80 | byte(u>>6)&0x3F
		p[2] = 0x80 | byte(u)&0x3F
		return 3
	}
	_ = p[3]
	p[0] = 0xF0 | byte(u>>18)
	p[1] = 0x80 | byte(u>>12)&0x3F
	p[2] = 0x80 | byte(u>>6)&0x3F
	p[3] = 0x80 | byte(u)&0x3F
	return 4
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	u := uint32(r)
	if u < 0x80 {
		return append(p, byte(u))
	}
	if u < 0x800 {
		return append(p, 0xC0|byte(u>>6), 0x80|byte(u)&0x3F)
	}
	if u > MaxRune || u-surrogateMin <= surrogateMax-surrogateMin {
		u = RuneError
	}
	if u < 0x10000 {
		return append(p, 0xE0|byte(u>>12), 0x80|byte(u>>6)&0x3F, 0x80|byte(u)&0x3F)
	}
	return append(p, 0xF0|byte(u>>18), 0x80|byte(u>>12)&0x3F, 0x80|byte(u>>6)&0x3F, 0x80|byte(u)&0x3F)
}

// RuneCount counts the runes in p; an invalid byte is one rune.
func RuneCount(p []byte) int {
	n := 0
	for i := 0; i < len(p); n++ {
		if p[i] < RuneSelf {
			i++
		} else {
			_, size := DecodeRune(p[i:])
			i += size
		}
	}
	return n
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// RuneStart reports whether b can be the first byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is all valid UTF-8.
func Valid(p []byte) bool {
	for len(p) >= 8 {
		if (p[0]|p[1]|p[2]|p[3]|p[4]|p[5]|p[6]|p[7])&0x80 != 0 {
			break
		}
		p = p[8:]
	}
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, n := DecodeRune(p[i:])
		if n == 1 {
			return false
		}
		i += n
	}
	return true
}

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			break
		}
		s = s[8:]
	}
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, n := DecodeRuneInString(s[i:])
		if n == 1 {
			return false
		}
		i += n
	}
	return true
}

// ValidRune reports whether r can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
