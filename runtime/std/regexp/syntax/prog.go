package syntax

import (
	"slices"
	"strings"
	"unicode"
)

// InstOp is the kind of an instruction.
type InstOp uint8

const (
	InstAlt          InstOp = iota // go on at Out, then at Arg
	InstAltMatch                   // not used
	InstCapture                    // note the position as number Arg
	InstEmptyWidth                 // go on if the conditions Arg hold here
	InstMatch                      // done
	InstFail                       // no match
	InstNop                        // go on
	InstRune                       // a rune of the ranges Rune
	InstRune1                      // the rune Rune[0]
	InstRuneAny                    // any rune
	InstRuneAnyNotNL               // any rune but newline
)

// EmptyOp is a set of conditions between two runes.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// EmptyOpContext is the conditions that hold between r1 and r2; -1 stands for the ends of the text.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	switch {
	case r1 < 0:
		op |= EmptyBeginText | EmptyBeginLine
	case r1 == '\n':
		op |= EmptyBeginLine
	}
	switch {
	case r2 < 0:
		op |= EmptyEndText | EmptyEndLine
	case r2 == '\n':
		op |= EmptyEndLine
	}
	return op
}

// IsWordChar reports whether r is a letter, digit or underscore of ASCII.
func IsWordChar(r rune) bool { return 0 <= r && r < 0x80 && isWord(byte(r)) }

// Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32
	Arg  uint32
	Rune []rune
}

// String is the name of the constant.
func (i InstOp) String() string {
	names := [...]string{"InstAlt", "InstAltMatch", "InstCapture", "InstEmptyWidth", "InstMatch", "InstFail", "InstNop", "InstRune", "InstRune1", "InstRuneAny", "InstRuneAnyNotNL"}
	if int(i) < len(names) {
		return names[i]
	}
	return ""
}

// MatchEmptyWidth reports whether the conditions of an instruction hold between two runes; -1 stands for the ends.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	return EmptyOp(i.Arg)&^EmptyOpContext(before, after) == 0
}

// MatchRune reports whether an instruction for a rune takes r.
func (i *Inst) MatchRune(r rune) bool {
	switch i.Op {
	case InstRune1:
		return r == i.Rune[0]
	case InstRuneAny:
		return true
	case InstRuneAnyNotNL:
		return r != '\n'
	}
	set := i.Rune
	if len(set) <= 8 {
		for j := 0; j < len(set); j += 2 {
			if r < set[j] {
				return false
			}
			if r <= set[j+1] {
				return true
			}
		}
		return false
	}
	lo, hi := 0, len(set)/2
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if set[2*m+1] < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return 2*lo < len(set) && set[2*lo] <= r
}

// Prog is a program.
type Prog struct {
	Inst   []Inst
	Start  int
	NumCap int
}

// Prefix is the text that every match begins with, and whether it is the whole match.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skip(uint32(p.Start))
	var b strings.Builder
	for i.Op == InstRune1 {
		b.WriteRune(i.Rune[0])
		i = p.skip(i.Out)
	}
	return b.String(), i.Op == InstMatch
}

func (p *Prog) skip(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// StartCond is the conditions that hold where any match begins.
func (p *Prog) StartCond() EmptyOp {
	var flag EmptyOp
	i := &p.Inst[p.Start]
	for {
		switch i.Op {
		case InstEmptyWidth:
			flag |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return flag
		}
		i = &p.Inst[i.Out]
	}
}

// hole is an operand of an instruction that is not known yet.
type hole struct {
	pc  uint32
	arg bool
}

// frag is a piece of a program.
type frag struct {
	start    uint32
	out      []hole
	nullable bool
}

type compiler struct{ p *Prog }

// Compile compiles an expression.
func Compile(re *Regexp) (*Prog, error) {
	c := &compiler{&Prog{NumCap: 2}}
	c.inst(InstFail)
	f := c.compile(re)
	match := c.inst(InstMatch)
	c.patch(f.out, match)
	c.p.Start = int(f.start)
	return c.p, nil
}

func (c *compiler) inst(op InstOp) uint32 {
	c.p.Inst = append(c.p.Inst, Inst{Op: op})
	return uint32(len(c.p.Inst) - 1)
}

func (c *compiler) patch(list []hole, to uint32) {
	for _, h := range list {
		if h.arg {
			c.p.Inst[h.pc].Arg = to
		} else {
			c.p.Inst[h.pc].Out = to
		}
	}
}

// single is a fragment of one instruction.
func (c *compiler) single(op InstOp, arg uint32, nullable bool) frag {
	pc := c.inst(op)
	c.p.Inst[pc].Arg = arg
	return frag{pc, []hole{{pc, false}}, nullable}
}

func (c *compiler) runes(set []rune) frag {
	f := c.single(InstRune, 0, false)
	i := &c.p.Inst[f.start]
	i.Rune = set
	switch {
	case len(set) == 0:
		i.Op = InstFail
		f.out = nil
	case len(set) == 2 && set[0] == set[1]:
		i.Op = InstRune1
	case slices.Equal(set, []rune{0, unicode.MaxRune}):
		i.Op = InstRuneAny
	case slices.Equal(set, []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}):
		i.Op = InstRuneAnyNotNL
	}
	return f
}

func (c *compiler) concat(a, b frag) frag {
	c.patch(a.out, b.start)
	return frag{a.start, b.out, a.nullable && b.nullable}
}

// branch is an instruction that prefers first, or the other way if lazy; the hole is the other way.
func (c *compiler) branch(first uint32, lazy bool) (uint32, hole) {
	pc := c.inst(InstAlt)
	if lazy {
		c.p.Inst[pc].Arg = first
		return pc, hole{pc, false}
	}
	c.p.Inst[pc].Out = first
	return pc, hole{pc, true}
}

func (c *compiler) quest(f frag, lazy bool) frag {
	pc, other := c.branch(f.start, lazy)
	return frag{pc, append(f.out, other), true}
}

func (c *compiler) plus(f frag, lazy bool) frag {
	pc, other := c.branch(f.start, lazy)
	c.patch(f.out, pc)
	return frag{f.start, []hole{other}, f.nullable}
}

func (c *compiler) star(f frag, lazy bool) frag {
	if f.nullable {
		// (x+)? keeps the order of preference when x can be empty.
		return c.quest(c.plus(f, lazy), lazy)
	}
	pc, other := c.branch(f.start, lazy)
	c.patch(f.out, pc)
	return frag{pc, []hole{other}, true}
}

func (c *compiler) compile(re *Regexp) frag {
	empty := func(op EmptyOp) frag { return c.single(InstEmptyWidth, uint32(op), true) }
	lazy := re.Flags&NonGreedy != 0
	switch re.Op {
	case OpNoMatch:
		return frag{}
	case OpEmptyMatch:
		return c.single(InstNop, 0, true)
	case OpLiteral:
		if len(re.Rune) == 0 {
			return c.single(InstNop, 0, true)
		}
		var f frag
		for i, r := range re.Rune {
			set := []rune{r, r}
			if re.Flags&FoldCase != 0 {
				set = clean(addFolded(nil, r, r))
			}
			if g := c.runes(set); i == 0 {
				f = g
			} else {
				f = c.concat(f, g)
			}
		}
		return f
	case OpCharClass:
		return c.runes(re.Rune)
	case OpAnyCharNotNL:
		return c.runes([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune})
	case OpAnyChar:
		return c.runes([]rune{0, unicode.MaxRune})
	case OpBeginLine:
		return empty(EmptyBeginLine)
	case OpEndLine:
		return empty(EmptyEndLine)
	case OpBeginText:
		return empty(EmptyBeginText)
	case OpEndText:
		return empty(EmptyEndText)
	case OpWordBoundary:
		return empty(EmptyWordBoundary)
	case OpNoWordBoundary:
		return empty(EmptyNoWordBoundary)
	case OpCapture:
		c.p.NumCap = max(c.p.NumCap, 2*re.Cap+2)
		open := c.single(InstCapture, uint32(2*re.Cap), true)
		sub := c.compile(re.Sub[0])
		end := c.single(InstCapture, uint32(2*re.Cap+1), true)
		return c.concat(c.concat(open, sub), end)
	case OpStar:
		return c.star(c.compile(re.Sub[0]), lazy)
	case OpPlus:
		return c.plus(c.compile(re.Sub[0]), lazy)
	case OpQuest:
		return c.quest(c.compile(re.Sub[0]), lazy)
	case OpRepeat:
		return c.compile(re.Simplify())
	case OpConcat:
		f := c.compile(re.Sub[0])
		for _, s := range re.Sub[1:] {
			f = c.concat(f, c.compile(s))
		}
		return f
	case OpAlternate:
		f := c.compile(re.Sub[len(re.Sub)-1])
		for i := len(re.Sub) - 2; i >= 0; i-- {
			g := c.compile(re.Sub[i])
			pc := c.inst(InstAlt)
			c.p.Inst[pc].Out, c.p.Inst[pc].Arg = g.start, f.start
			f = frag{pc, append(append([]hole{}, g.out...), f.out...), f.nullable || g.nullable}
		}
		return f
	}
	panic("regexp/syntax: unknown Op")
}
