// Package syntax parses regular expressions in the syntax of RE2 and compiles them to programs.
package syntax

// Error is what is wrong with an expression.
type Error struct {
	Code ErrorCode
	Expr string // the part that is wrong
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// ErrorCode is a kind of error.
type ErrorCode string

const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

// String is the text of the error.
func (e ErrorCode) String() string { return string(e) }

// Flags say how an expression is read.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // upper and lower case are the same
	Literal                         // the expression is a text
	ClassNL                         // classes such as [^a-z] match newline
	DotNL                           // . matches newline
	OneLine                         // ^ and $ match only at the ends of the text
	NonGreedy                       // repetitions prefer few
	PerlX                           // extensions of Perl
	UnicodeGroups                   // \p{Han}, \P{Han}
	WasDollar                       // this OpEndText was $
	Simple                          // no counted repetition
	MatchNL             = ClassNL | DotNL
	Perl                = ClassNL | OneLine | PerlX | UnicodeGroups
	POSIX         Flags = 0
)

// Op is the kind of a Regexp.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota
	OpEmptyMatch        // ""
	OpLiteral           // Rune
	OpCharClass         // the ranges Rune[0]-Rune[1], Rune[2]-Rune[3], …
	OpAnyCharNotNL      // any but newline
	OpAnyChar           // any
	OpBeginLine         // at the begin of a line
	OpEndLine           // at the end of a line
	OpBeginText         // at the begin of the text
	OpEndText           // at the end of the text
	OpWordBoundary      // \b
	OpNoWordBoundary    // \B
	OpCapture           // group Cap of name Name
	OpStar              // Sub[0] any number of times
	OpPlus              // at least once
	OpQuest             // at most once
	OpRepeat            // Min to Max times, without limit if Max is -1
	OpConcat            // one after the other
	OpAlternate         // one of them
)

var opNames = [...]string{"", "NoMatch", "EmptyMatch", "Literal", "CharClass", "AnyCharNotNL", "AnyChar", "BeginLine", "EndLine", "BeginText", "EndText",
	"WordBoundary", "NoWordBoundary", "Capture", "Star", "Plus", "Quest", "Repeat", "Concat", "Alternate"}

// String is the constant's name without Op.
func (i Op) String() string {
	if 0 < i && int(i) < len(opNames) {
		return opNames[i]
	}
	return "Op(" + itoa(int(i)) + ")"
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// Regexp is a node of an expression's tree.
type Regexp struct {
	Op    Op
	Flags Flags
	Sub   []*Regexp
	Rune  []rune
	Min   int
	Max   int
	Cap   int
	Name  string
}

// MaxCap is the largest number of a group.
func (re *Regexp) MaxCap() int {
	m := 0
	if re.Op == OpCapture {
		m = re.Cap
	}
	for _, s := range re.Sub {
		m = max(m, s.MaxCap())
	}
	return m
}

// CapNames is the names of the groups, "" for those without.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.names(names)
	return names
}

func (re *Regexp) names(list []string) {
	if re.Op == OpCapture {
		list[re.Cap] = re.Name
	}
	for _, s := range re.Sub {
		s.names(list)
	}
}

// Equal reports whether two trees have the same structure.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op || len(x.Rune) != len(y.Rune) || len(x.Sub) != len(y.Sub) {
		return false
	}
	switch x.Op {
	case OpEndText:
		if x.Flags&WasDollar != y.Flags&WasDollar {
			return false
		}
	case OpStar, OpPlus, OpQuest, OpRepeat:
		if x.Flags&NonGreedy != y.Flags&NonGreedy || x.Op == OpRepeat && (x.Min != y.Min || x.Max != y.Max) {
			return false
		}
	case OpCapture:
		if x.Cap != y.Cap || x.Name != y.Name {
			return false
		}
	}
	for i, r := range x.Rune {
		if r != y.Rune[i] {
			return false
		}
	}
	for i, s := range x.Sub {
		if !s.Equal(y.Sub[i]) {
			return false
		}
	}
	return true
}

// Simplify is the tree without counted repetitions.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	subs := make([]*Regexp, len(re.Sub))
	same := true
	for i, s := range re.Sub {
		subs[i] = s.Simplify()
		same = same && subs[i] == s
	}
	if re.Op != OpRepeat {
		if same {
			return re
		}
		c := *re
		c.Sub = subs
		return &c
	}
	sub := subs[0]
	repeat := func(op Op, s *Regexp) *Regexp { return &Regexp{Op: op, Flags: re.Flags, Sub: []*Regexp{s}} }
	switch {
	case re.Min == 0 && re.Max == 0:
		return &Regexp{Op: OpEmptyMatch}
	case sub.Op == OpEmptyMatch:
		return sub
	case re.Max == -1 && re.Min == 0:
		return repeat(OpStar, sub)
	case re.Max == -1 && re.Min == 1:
		return repeat(OpPlus, sub)
	case re.Min == 1 && re.Max == 1:
		return sub
	}
	var list []*Regexp
	if re.Max == -1 {
		for i := 0; i < re.Min-1; i++ {
			list = append(list, sub)
		}
		list = append(list, repeat(OpPlus, sub))
		return &Regexp{Op: OpConcat, Sub: list}
	}
	for i := 0; i < re.Min; i++ {
		list = append(list, sub)
	}
	if re.Max > re.Min {
		// x{2,5} is xx(x(x(x)?)?)?.
		tail := repeat(OpQuest, sub)
		for i := re.Min + 1; i < re.Max; i++ {
			tail = repeat(OpQuest, &Regexp{Op: OpConcat, Sub: []*Regexp{sub, tail}})
		}
		list = append(list, tail)
	}
	if len(list) == 1 {
		return list[0]
	}
	return &Regexp{Op: OpConcat, Sub: list}
}
