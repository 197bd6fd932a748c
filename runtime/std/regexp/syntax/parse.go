package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxDepth   = 1000
	maxRepeat  = 1000
	maxProgram = 128 << 20 / 40 // instructions
)

type parser struct {
	whole string // the expression
	s     string // what is left of it
	flags Flags
	caps  int
	depth int
}

// Parse parses an expression.
func Parse(s string, flags Flags) (*Regexp, error) {
	if flags&Literal != 0 {
		if err := checkUTF8(s); err != nil {
			return nil, err
		}
		return literal([]rune(s), flags), nil
	}
	p := &parser{whole: s, s: s, flags: flags}
	if err := checkUTF8(s); err != nil {
		return nil, err
	}
	re, err := p.alternation()
	if err != nil {
		return nil, err
	}
	if p.s != "" {
		return nil, &Error{ErrUnexpectedParen, s}
	}
	if size(re) > maxProgram {
		return nil, &Error{ErrLarge, s}
	}
	return re, nil
}

func checkUTF8(s string) error {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return &Error{ErrInvalidUTF8, s[i:]}
			}
		}
	}
	return nil
}

func literal(runes []rune, flags Flags) *Regexp {
	if len(runes) == 0 {
		return &Regexp{Op: OpEmptyMatch, Flags: flags}
	}
	if flags&FoldCase != 0 {
		runes = append([]rune(nil), runes...)
		folds := false
		for i, r := range runes {
			runes[i] = minFold(r)
			folds = folds || unicode.SimpleFold(r) != r
		}
		if !folds {
			flags &^= FoldCase
		}
	}
	return &Regexp{Op: OpLiteral, Flags: flags, Rune: runes}
}

// minFold is the least rune that r equals under case folding.
func minFold(r rune) rune {
	m := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		m = min(m, f)
	}
	return m
}

// size is about how many instructions re needs.
func size(re *Regexp) int {
	n := 1 + len(re.Rune)/4
	if re.Op == OpLiteral {
		n = len(re.Rune)
	}
	for _, s := range re.Sub {
		n += size(s)
		if n > maxProgram {
			return n
		}
	}
	if re.Op == OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return n
}

// alternation parses up to the end or a closing parenthesis.
func (p *parser) alternation() (*Regexp, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, &Error{ErrNestingDepth, p.whole}
	}
	var alts []*Regexp
	for {
		re, err := p.concatenation()
		if err != nil {
			return nil, err
		}
		alts = append(alts, re)
		if !strings.HasPrefix(p.s, "|") {
			break
		}
		p.s = p.s[1:]
	}
	if len(alts) == 1 {
		return alts[0], nil
	}
	return &Regexp{Op: OpAlternate, Flags: p.flags, Sub: alts}, nil
}

func (p *parser) concatenation() (*Regexp, error) {
	var list []*Regexp
	lastRepeat := "" // the text from the operator that was read last on, if nothing came after it
	for p.s != "" && p.s[0] != '|' && p.s[0] != ')' {
		op, min, max, after, err := p.repetition()
		if err != nil {
			return nil, err
		}
		if op != 0 {
			before := p.s
			flags := p.flags
			if p.flags&PerlX != 0 {
				if strings.HasPrefix(after, "?") {
					after = after[1:]
					flags ^= NonGreedy
				}
				if lastRepeat != "" {
					return nil, &Error{ErrInvalidRepeatOp, lastRepeat[:len(lastRepeat)-len(after)]}
				}
			}
			if len(list) == 0 {
				return nil, &Error{ErrMissingRepeatArgument, before[:len(before)-len(after)]}
			}
			last := len(list) - 1
			re := &Regexp{Op: op, Flags: flags, Sub: []*Regexp{list[last]}, Min: min, Max: max}
			if op == OpRepeat && (min >= 2 || max >= 2) && !repeatOK(re, maxRepeat) {
				return nil, &Error{ErrInvalidRepeatSize, before[:len(before)-len(after)]}
			}
			list[last] = re
			if depth(re) > maxDepth {
				return nil, &Error{ErrNestingDepth, p.whole}
			}
			lastRepeat = before
			p.s = after
			continue
		}
		lastRepeat = ""
		re, err := p.atom()
		if err != nil {
			return nil, err
		}
		if re != nil {
			list = append(list, re)
		}
	}
	switch len(list) {
	case 0:
		return &Regexp{Op: OpEmptyMatch, Flags: p.flags}, nil
	case 1:
		return list[0], nil
	}
	return &Regexp{Op: OpConcat, Flags: p.flags, Sub: list}, nil
}

// depth is how many repetitions are nested directly.
func depth(re *Regexp) int {
	n := 0
	for len(re.Sub) == 1 && re.Op != OpCapture {
		n++
		re = re.Sub[0]
	}
	return n
}

// repeatOK reports whether the nested counts stay below n.
func repeatOK(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		m := re.Max
		if m == 0 {
			return true
		}
		if m < 0 {
			m = re.Min
		}
		if m > n {
			return false
		}
		if m > 0 {
			n /= m
		}
	}
	for _, s := range re.Sub {
		if !repeatOK(s, n) {
			return false
		}
	}
	return true
}

// repetition reads an operator at the front; op is 0 if there is none.
func (p *parser) repetition() (op Op, min, max int, after string, err error) {
	switch p.s[0] {
	case '*':
		return OpStar, 0, 0, p.s[1:], nil
	case '+':
		return OpPlus, 0, 0, p.s[1:], nil
	case '?':
		return OpQuest, 0, 0, p.s[1:], nil
	case '{':
		min, max, after, ok := counts(p.s)
		if !ok {
			return 0, 0, 0, "", nil
		}
		if min < 0 || min > maxRepeat || max > maxRepeat || max >= 0 && min > max {
			return 0, 0, 0, "", &Error{ErrInvalidRepeatSize, p.s[:len(p.s)-len(after)]}
		}
		return OpRepeat, min, max, after, nil
	}
	return 0, 0, 0, "", nil
}

// counts reads {n}, {n,} or {n,m}; a count that is too large is -1 for n and above the limit for m.
func counts(s string) (min, max int, rest string, ok bool) {
	s = s[1:]
	if min, s, ok = count(s); !ok || s == "" {
		return 0, 0, "", false
	}
	if s[0] != ',' {
		max = min
	} else {
		s = s[1:]
		if s == "" {
			return 0, 0, "", false
		}
		if s[0] == '}' {
			max = -1
		} else if max, s, ok = count(s); !ok {
			return 0, 0, "", false
		} else if max < 0 {
			min = -1
		}
	}
	if s == "" || s[0] != '}' {
		return 0, 0, "", false
	}
	return min, max, s[1:], true
}

func count(s string) (n int, rest string, ok bool) {
	if s == "" || s[0] < '0' || '9' < s[0] {
		return 0, s, false
	}
	if len(s) >= 2 && s[0] == '0' && '0' <= s[1] && s[1] <= '9' {
		return 0, s, false
	}
	for s != "" && '0' <= s[0] && s[0] <= '9' {
		if n >= 1e8 {
			n = -1
		}
		if n >= 0 {
			n = n*10 + int(s[0]-'0')
		}
		s = s[1:]
	}
	return n, s, true
}

// atom parses what a repetition can apply to; the result is nil for flags.
func (p *parser) atom() (*Regexp, error) {
	op := func(op Op, n int) (*Regexp, error) {
		p.s = p.s[n:]
		return &Regexp{Op: op, Flags: p.flags}, nil
	}
	switch p.s[0] {
	case '(':
		return p.group()
	case '^':
		if p.flags&OneLine != 0 {
			return op(OpBeginText, 1)
		}
		return op(OpBeginLine, 1)
	case '$':
		if p.flags&OneLine != 0 {
			re, err := op(OpEndText, 1)
			re.Flags |= WasDollar
			return re, err
		}
		return op(OpEndLine, 1)
	case '.':
		if p.flags&DotNL != 0 {
			return op(OpAnyChar, 1)
		}
		return op(OpAnyCharNotNL, 1)
	case '[':
		return p.class()
	case '\\':
		if p.flags&PerlX != 0 && len(p.s) >= 2 {
			switch p.s[1] {
			case 'A':
				return op(OpBeginText, 2)
			case 'b':
				return op(OpWordBoundary, 2)
			case 'B':
				return op(OpNoWordBoundary, 2)
			case 'C':
				return nil, &Error{ErrInvalidEscape, p.s[:2]}
			case 'Q':
				text, rest, _ := strings.Cut(p.s[2:], `\E`)
				p.s = rest
				return p.quoted(text), nil
			case 'z':
				return op(OpEndText, 2)
			}
		}
		if set, rest, err := p.classEscape(p.s); err != nil {
			return nil, err
		} else if set != nil {
			p.s = rest
			return &Regexp{Op: OpCharClass, Flags: p.flags, Rune: clean(set)}, nil
		}
		r, rest, err := p.escape(p.s)
		if err != nil {
			return nil, err
		}
		p.s = rest
		return literal([]rune{r}, p.flags), nil
	}
	r, n := utf8.DecodeRuneInString(p.s)
	p.s = p.s[n:]
	return literal([]rune{r}, p.flags), nil
}

// quoted is the text between \Q and \E. A repetition behind it applies to its last rune, so the others are kept apart.
func (p *parser) quoted(text string) *Regexp {
	runes := []rune(text)
	if len(runes) == 0 {
		return nil
	}
	if len(runes) > 1 && p.s != "" && strings.ContainsRune("*+?{", rune(p.s[0])) {
		// Put the last rune back as an escaped or plain character.
		last := runes[len(runes)-1]
		text := string(last)
		if last < utf8.RuneSelf && !isWord(byte(last)) {
			text = `\` + text
		}
		p.s = text + p.s
		runes = runes[:len(runes)-1]
	}
	return literal(runes, p.flags)
}

func isWord(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}
