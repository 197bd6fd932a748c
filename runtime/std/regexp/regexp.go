// Package regexp searches texts for regular expressions, in the syntax of RE2, in time linear in the text.
//
// Methods with All find matches that follow each other, up to n of them unless n < 0. With String the text and results
// are strings, with Submatch the result has what the groups matched, with Index it has pairs of byte offsets.
package regexp

import (
	"io"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Regexp is a compiled expression; several goroutines may use it.
type Regexp struct {
	expr     string
	prog     *syntax.Prog
	names    []string // of the groups
	longest  bool
	cond     syntax.EmptyOp // holds at the begin of any match
	prefix   string         // begins any match
	complete bool           // the prefix is the whole match
	first    *[256]bool     // the bytes that a match can begin with, nil if it can be empty or that is not known
}

// Compile parses an expression. Of several matches at a place the one is found that a backtracking search would find first.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX parses an expression in the syntax of egrep; of several matches at a place the longest is found.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

func compile(expr string, mode syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, mode)
	if err != nil {
		return nil, err
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, prog: prog, names: tree.CapNames(), longest: longest, cond: prog.StartCond()}
	re.prefix, re.complete = prog.Prefix()
	if re.prefix == "" {
		re.first = firstBytes(prog)
	}
	return re, nil
}

// firstBytes is the bytes that a match can begin with.
func firstBytes(prog *syntax.Prog) *[256]bool {
	set := new([256]bool)
	seen := make([]bool, len(prog.Inst))
	ok := true
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		i := &prog.Inst[pc]
		switch i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(i.Out)
			walk(i.Arg)
		case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
			walk(i.Out)
		case syntax.InstMatch:
			ok = false
		case syntax.InstFail:
		case syntax.InstRune1:
			set[string(i.Rune[0])[0]] = true
		case syntax.InstRune:
			for j := 0; j < len(i.Rune); j += 2 {
				lo, hi := i.Rune[j], i.Rune[j+1]
				for r := lo; r <= hi && r < utf8.RuneSelf; r++ {
					set[r] = true
				}
				if hi >= utf8.RuneSelf {
					for b := utf8.RuneSelf; b < 256; b++ {
						set[b] = true
					}
				}
			}
		default:
			ok = false
		}
	}
	walk(uint32(prog.Start))
	if !ok {
		return nil
	}
	return set
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// MustCompile is Compile; it panics if the expression is wrong.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX; it panics if the expression is wrong.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

// String is the expression.
func (re *Regexp) String() string { return re.expr }

// Copy is a copy of re.
//
// Deprecated: a Regexp can be shared.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Longest makes later searches prefer the longest match; it must not run beside other methods.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp is the number of groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames is the names of the groups, "" for those without and for element 0, the whole.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex is the number of the first group of that name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, n := range re.names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix is the text that every match begins with, and whether it is all of every match.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prefix, re.complete }

// MatchReader reports whether the text of r has a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.findReader(r, 0) != nil }

// MatchString reports whether s has a match.
func (re *Regexp) MatchString(s string) bool { return re.find(s, 0, 0, nil) != nil }

// Match reports whether b has a match.
func (re *Regexp) Match(b []byte) bool { return re.find(view(b), 0, 0, nil) != nil }

// MatchReader reports whether the text of r has a match of pattern.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString reports whether s has a match of pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether b has a match of pattern.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

// QuoteMeta is an expression that matches the text s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// AppendText appends the expression.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText is the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText sets re to the expression in text.
func (re *Regexp) UnmarshalText(text []byte) error {
	n, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *n
	return nil
}
