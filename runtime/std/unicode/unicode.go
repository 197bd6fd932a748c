// Package unicode tells what kinds of characters runes are.
package unicode

// Limits of runes.
const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// RangeTable is a set of runes; both lists are sorted.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // number of ranges in R16 that end in Latin-1
}

// Range16 is the runes from Lo to Hi at distances of Stride.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is Range16 for runes beyond 16 bits.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// CaseRange says how the runes from Lo to Hi map to upper, lower and title case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// Indexes of Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta marks a run of pairs: upper, lower, upper, lower.
const UpperLower = MaxRune + 1

// CaseRanges are the case mappings of all runes that have one.
var CaseRanges = caseRanges[:]

// SpecialCase are case mappings of a language.
type SpecialCase []CaseRange

const (
	isControl = 1 << iota
	isPunct
	isNumber
	isSymbol
	isSpaceSeparator
	isUpper
	isLower
	isPrint
	isOtherLetter = isUpper | isLower

	isLetter  = isUpper | isLower
	isGraphic = isPrint | isSpaceSeparator
)

func is16(ranges []Range16, r uint16) bool {
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		x := &ranges[m]
		switch {
		case r < x.Lo:
			hi = m
		case r > x.Hi:
			lo = m + 1
		default:
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

func is32(ranges []Range32, r uint32) bool {
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		x := &ranges[m]
		switch {
		case r < x.Lo:
			hi = m
		case r > x.Hi:
			lo = m + 1
		default:
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if uint32(r) <= 0xFFFF {
		return is16(rangeTab.R16, uint16(r))
	}
	return is32(rangeTab.R32, uint32(r))
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In.
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

// IsLetter reports whether r is a letter (L).
func IsLetter(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isLetter != 0
	}
	return Is(&tableL, r)
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isLetter == isUpper
	}
	return Is(&tableLu, r)
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isLetter == isLower
	}
	return Is(&tableLl, r)
}

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool { return r > MaxLatin1 && Is(&tableLt, r) }

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return Is(&tableNd, r)
}

// IsNumber reports whether r is a number (N).
func IsNumber(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isNumber != 0
	}
	return Is(&tableN, r)
}

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		switch r {
		case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0:
			return true
		}
		return false
	}
	return Is(&tableWhite_Space, r)
}

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return uint32(r) <= MaxLatin1 && latin[uint8(r)]&isControl != 0 }

// IsPunct reports whether r is punctuation (P).
func IsPunct(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isPunct != 0
	}
	return Is(&tableP, r)
}

// IsSymbol reports whether r is a symbol (S).
func IsSymbol(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isSymbol != 0
	}
	return Is(&tableS, r)
}

// IsMark reports whether r is a mark (M).
func IsMark(r rune) bool { return Is(&tableM, r) }

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isGraphic != 0
	}
	return printable(r) || Is(&tableZs, r)
}

// IsPrint is IsGraphic without spaces other than U+0020.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[uint8(r)]&isPrint != 0
	}
	return printable(r)
}

func printable(r rune) bool {
	return Is(&tableL, r) || Is(&tableM, r) || Is(&tableN, r) || Is(&tableP, r) || Is(&tableS, r)
}

// GraphicRanges are the tables of IsGraphic.
var GraphicRanges = []*RangeTable{&tableL, &tableM, &tableN, &tableP, &tableS, &tableZs}

// PrintRanges are the tables of IsPrint, which accepts the ASCII space too.
var PrintRanges = []*RangeTable{&tableL, &tableM, &tableN, &tableP, &tableS}

// to maps r by the ranges, and reports whether one has it.
func to(which int, r rune, ranges []CaseRange) (rune, bool) {
	if which < 0 || MaxCase <= which {
		return ReplacementChar, false
	}
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		c := &ranges[m]
		switch {
		case uint32(r) < c.Lo:
			hi = m
		case uint32(r) > c.Hi:
			lo = m + 1
		default:
			delta := c.Delta[which]
			if delta > MaxRune {
				// Pairs from c.Lo on: the second of a pair is the lower case.
				return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(which&1)), true
			}
			return r + delta, true
		}
	}
	return r, false
}

// To maps r to UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	r, _ = to(_case, r, caseRanges[:])
	return r
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

// ToUpper maps r to upper case, by the language's mappings first.
func (special SpecialCase) ToUpper(r rune) rune {
	if m, ok := to(UpperCase, r, special); ok {
		return m
	}
	return ToUpper(r)
}

// ToTitle maps r to title case, by the language's mappings first.
func (special SpecialCase) ToTitle(r rune) rune {
	if m, ok := to(TitleCase, r, special); ok {
		return m
	}
	return ToTitle(r)
}

// ToLower maps r to lower case, by the language's mappings first.
func (special SpecialCase) ToLower(r rune) rune {
	if m, ok := to(LowerCase, r, special); ok {
		return m
	}
	return ToLower(r)
}

var turkish = SpecialCase{
	{0x0049, 0x0049, d{0, 0x131 - 0x49, 0}},
	{0x0069, 0x0069, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x0130, 0x0130, d{0, 0x69 - 0x130, 0}},
	{0x0131, 0x0131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// TurkishCase has the dotted and the dotless i.
var TurkishCase SpecialCase = turkish

// AzeriCase is as Turkish.
var AzeriCase SpecialCase = turkish

// SimpleFold is the next larger rune that equals r when case does not count, or else the smallest.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	if r <= 0xFFFF {
		lo, hi := 0, len(foldPairs)
		for lo < hi {
			m := int(uint(lo+hi) >> 1)
			if rune(foldPairs[m][0]) < r {
				lo = m + 1
			} else {
				hi = m
			}
		}
		if lo < len(foldPairs) && rune(foldPairs[lo][0]) == r {
			return rune(foldPairs[lo][1])
		}
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
