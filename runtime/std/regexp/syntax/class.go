package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sets of runes are lists of ranges: low, high, low, high, ….

func addRange(set []rune, lo, hi rune) []rune {
	if n := len(set); n > 0 && set[n-1]+1 == lo {
		set[n-1] = hi
		return set
	}
	return append(set, lo, hi)
}

// clean sorts the ranges and joins those that touch.
func clean(set []rune) []rune {
	type span struct{ lo, hi rune }
	spans := make([]span, 0, len(set)/2)
	for i := 0; i < len(set); i += 2 {
		spans = append(spans, span{set[i], set[i+1]})
	}
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo - b.lo) })
	out := make([]rune, 0, len(set))
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], s.hi)
			continue
		}
		out = append(out, s.lo, s.hi)
	}
	return out
}

// negate is the complement of a clean set.
func negate(set []rune) []rune {
	out := make([]rune, 0, len(set)+2)
	next := rune(0)
	for i := 0; i < len(set); i += 2 {
		if next < set[i] {
			out = append(out, next, set[i]-1)
		}
		next = set[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// The least and the largest rune that folding of case changes.
const (
	minFolded = 0x0041
	maxFolded = 0x1e943
)

// addFolded adds a range and all that its runes equal under case folding.
func addFolded(set []rune, lo, hi rune) []rune {
	set = addRange(set, lo, hi)
	if lo <= minFolded && hi >= maxFolded {
		return set
	}
	for c := max(lo, minFolded); c <= min(hi, maxFolded); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			if f < lo || hi < f {
				set = addRange(set, f, f)
			}
		}
	}
	return set
}

func (p *parser) add(set []rune, lo, hi rune) []rune {
	if p.flags&FoldCase != 0 {
		return addFolded(set, lo, hi)
	}
	return addRange(set, lo, hi)
}

func (p *parser) addSet(set, more []rune, negated bool) []rune {
	if p.flags&FoldCase != 0 {
		var folded []rune
		for i := 0; i < len(more); i += 2 {
			folded = addFolded(folded, more[i], more[i+1])
		}
		more = folded
	}
	more = clean(more)
	if negated {
		more = negate(more)
	}
	return append(set, more...)
}

var (
	digits = []rune{'0', '9'}
	spaces = []rune{'\t', '\n', '\f', '\r', ' ', ' '}
	words  = []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}

	posixClasses = map[string][]rune{
		"alnum": {'0', '9', 'A', 'Z', 'a', 'z'}, "alpha": {'A', 'Z', 'a', 'z'}, "ascii": {0, 0x7f}, "blank": {'\t', '\t', ' ', ' '},
		"cntrl": {0, 0x1f, 0x7f, 0x7f}, "digit": digits, "graph": {'!', '~'}, "lower": {'a', 'z'}, "print": {' ', '~'},
		"punct": {'!', '/', ':', '@', '[', '`', '{', '~'}, "space": {'\t', '\r', ' ', ' '}, "upper": {'A', 'Z'}, "word": words,
		"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
	}
)

// classEscape reads \d, \pN and the like; the set is nil if s begins with another escape.
func (p *parser) classEscape(s string) (set []rune, rest string, err error) {
	if len(s) < 2 {
		return nil, "", nil
	}
	if p.flags&PerlX != 0 {
		var base []rune
		switch s[1] {
		case 'd', 'D':
			base = digits
		case 's', 'S':
			base = spaces
		case 'w', 'W':
			base = words
		}
		if base != nil {
			return p.addSet([]rune{}, base, s[1] < 'a'), s[2:], nil
		}
	}
	if p.flags&UnicodeGroups == 0 || s[1] != 'p' && s[1] != 'P' {
		return nil, "", nil
	}
	negated := s[1] == 'P'
	t := s[2:]
	if t == "" {
		return nil, "", &Error{ErrInvalidCharRange, s[:2]}
	}
	c, n := utf8.DecodeRuneInString(t)
	name := t[:n]
	t = t[n:]
	if c == '{' {
		end := strings.IndexByte(s, '}')
		if end < 0 {
			return nil, "", &Error{ErrInvalidCharRange, s}
		}
		name, t = s[3:end], s[end+1:]
	}
	text := s[:len(s)-len(t)]
	if strings.HasPrefix(name, "^") {
		negated = !negated
		name = name[1:]
	}
	ranges, folds := tableOf(name)
	if ranges == nil {
		return nil, "", &Error{ErrInvalidCharRange, text}
	}
	if p.flags&FoldCase != 0 {
		ranges = append(ranges, folds...)
	}
	ranges = clean(ranges)
	if negated {
		ranges = negate(ranges)
	}
	return append([]rune{}, ranges...), t, nil
}

// tableOf is the runes of a category or script, and those that equal some of them under case folding.
func tableOf(name string) (ranges, folds []rune) {
	if name == "Any" {
		return []rune{0, unicode.MaxRune}, nil
	}
	if name == "ASCII" || name == "Assigned" || name == "Ascii" {
		switch name {
		case "Assigned":
			return negate(clean(listOf(unicode.Categories["Cn"]))), nil
		}
		return []rune{0, unicode.MaxASCII}, []rune{0x17f, 0x17f, 0x212a, 0x212a}
	}
	key := canonical(name)
	for _, set := range []struct {
		tables, folds map[string]*unicode.RangeTable
	}{
		{unicode.Categories, unicode.FoldCategory}, {unicode.Scripts, unicode.FoldScript},
	} {
		for n, t := range set.tables {
			if canonical(n) == key {
				return listOf(t), listOf(set.folds[n])
			}
		}
	}
	for long, short := range unicode.CategoryAliases {
		if canonical(long) == key {
			return listOf(unicode.Categories[short]), listOf(unicode.FoldCategory[short])
		}
	}
	return nil, nil
}

// canonical takes case, underscores, dashes and spaces out of a name.
func canonical(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
}

func listOf(t *unicode.RangeTable) []rune {
	if t == nil {
		return nil
	}
	var out []rune
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			out = append(out, lo, hi)
			return
		}
		for c := lo; c <= hi; c += stride {
			out = append(out, c, c)
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return out
}

// class parses [...].
func (p *parser) class() (*Regexp, error) {
	s := p.s
	t := s[1:]
	set := []rune{}
	negated := false
	if strings.HasPrefix(t, "^") {
		negated = true
		t = t[1:]
		if p.flags&ClassNL == 0 {
			set = append(set, '\n', '\n')
		}
	}
	first := true
	for t == "" || t[0] != ']' || first {
		// POSIX allows a plain dash only first and last, Perl everywhere.
		if t != "" && t[0] == '-' && p.flags&PerlX == 0 && !first && (len(t) == 1 || t[1] != ']') {
			_, n := utf8.DecodeRuneInString(t[1:])
			return nil, &Error{ErrInvalidCharRange, t[:1+n]}
		}
		first = false
		if len(t) > 2 && t[0] == '[' && t[1] == ':' {
			if end := strings.Index(t[2:], ":]"); end >= 0 {
				name := t[2 : 2+end]
				text := t[:end+4]
				not := strings.HasPrefix(name, "^")
				name = strings.TrimPrefix(name, "^")
				base, ok := posixClasses[name]
				if !ok {
					return nil, &Error{ErrInvalidCharRange, text}
				}
				set = p.addSet(set, base, not)
				t = t[end+4:]
				continue
			}
		}
		if t != "" && t[0] == '\\' {
			more, rest, err := p.classEscape(t)
			if err != nil {
				return nil, err
			}
			if more != nil {
				set = append(set, more...)
				t = rest
				continue
			}
		}
		text := t
		lo, rest, err := p.classRune(t, s)
		if err != nil {
			return nil, err
		}
		t = rest
		hi := lo
		if len(t) >= 2 && t[0] == '-' && t[1] != ']' {
			if hi, rest, err = p.classRune(t[1:], s); err != nil {
				return nil, err
			}
			t = rest
			if hi < lo {
				return nil, &Error{ErrInvalidCharRange, text[:len(text)-len(t)]}
			}
		}
		set = p.add(set, lo, hi)
	}
	p.s = t[1:]
	set = clean(set)
	if negated {
		set = negate(set)
	}
	return &Regexp{Op: OpCharClass, Flags: p.flags, Rune: set}, nil
}

func (p *parser) classRune(s, whole string) (r rune, rest string, err error) {
	if s == "" {
		return 0, "", &Error{ErrMissingBracket, whole}
	}
	if s[0] == '\\' {
		return p.escape(s)
	}
	r, n := utf8.DecodeRuneInString(s)
	return r, s[n:], nil
}
