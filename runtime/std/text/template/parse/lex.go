package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of a template.
type token struct {
	kind kind
	pos  Pos
	text string
	line int
}

type kind int

const (
	tokError kind = iota // text is the message
	tokBool
	tokChar // a character of its own: comma
	tokCharConst
	tokComment
	tokAssign
	tokDeclare
	tokEOF
	tokField
	tokIdent
	tokLeft
	tokLeftParen
	tokNumber
	tokPipe
	tokRawString
	tokRight
	tokRightParen
	tokSpace
	tokString
	tokText
	tokVariable
	tokKeyword // below are words with a meaning
	tokBlock
	tokBreak
	tokContinue
	tokDot
	tokDefine
	tokElse
	tokEnd
	tokIf
	tokNil
	tokRange
	tokTemplate
	tokWith
)

var keywords = map[string]kind{
	".": tokDot, "block": tokBlock, "break": tokBreak, "continue": tokContinue, "define": tokDefine, "else": tokElse,
	"end": tokEnd, "if": tokIf, "nil": tokNil, "range": tokRange, "template": tokTemplate, "with": tokWith,
}

// String is the token as errors show it.
func (t token) String() string {
	switch {
	case t.kind == tokEOF:
		return "EOF"
	case t.kind == tokError:
		return t.text
	case t.kind > tokKeyword:
		return "<" + t.text + ">"
	case len(t.text) > 10:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

// lexer cuts a template into tokens.
type lexer struct {
	input       string
	left, right string
	pos         int
	line        int // of pos
	inside      bool
	parens      int
	failed      bool
	comments    bool // give comments out
	breakOK     bool
	continueOK  bool
}

const spaces = " \t\r\n"

// Left of an action `- ` trims the text before it, right of one ` -` the text after it.
const trimMark = '-'

func newLexer(input, left, right string) *lexer {
	if left == "" {
		left = "{{"
	}
	if right == "" {
		right = "}}"
	}
	return &lexer{input: input, left: left, right: right, line: 1}
}

// take makes the next n bytes a token.
func (l *lexer) take(k kind, n int) token {
	t := token{k, Pos(l.pos), l.input[l.pos : l.pos+n], l.line}
	l.skip(n)
	return t
}

func (l *lexer) skip(n int) {
	l.line += strings.Count(l.input[l.pos:l.pos+n], "\n")
	l.pos += n
}

// fail ends the tokens with an error. It stands at the line where its token began.
func (l *lexer) fail(format string, args ...any) token {
	l.failed = true
	return token{tokError, Pos(l.pos), fmt.Sprintf(format, args...), l.line}
}

func (l *lexer) next() token {
	if l.failed {
		return token{tokEOF, Pos(l.pos), "EOF", l.line}
	}
	if l.inside {
		return l.action()
	}
	return l.outside()
}

// leftTrim reports whether an action's text begins with the trim marker.
func leftTrim(s string) bool {
	return len(s) >= 2 && s[0] == trimMark && strings.IndexByte(spaces, s[1]) >= 0
}

func rightTrim(s string) bool {
	return len(s) >= 2 && strings.IndexByte(spaces, s[0]) >= 0 && s[1] == trimMark
}

func (l *lexer) outside() token {
	rest := l.input[l.pos:]
	at := strings.Index(rest, l.left)
	if at < 0 {
		if rest == "" {
			return token{tokEOF, Pos(l.pos), "EOF", l.line}
		}
		return l.take(tokText, len(rest))
	}
	if at > 0 {
		text := rest[:at]
		if leftTrim(rest[at+len(l.left):]) {
			text = strings.TrimRight(text, spaces)
		}
		t := token{tokText, Pos(l.pos), text, l.line}
		l.skip(at)
		if text != "" {
			return t
		}
		rest = l.input[l.pos:]
	}
	// At the left delimiter.
	n := len(l.left)
	trim := leftTrim(rest[n:])
	body := rest[n:]
	skip := n
	if trim {
		body = body[2:]
		skip += 2
	}
	if strings.HasPrefix(body, "/*") {
		return l.comment(skip)
	}
	t := token{tokLeft, Pos(l.pos), l.left, l.line}
	l.skip(skip)
	l.inside = true
	l.parens = 0
	return t
}

// comment passes over {{/* … */}}, whose text begins after skip bytes.
func (l *lexer) comment(skip int) token {
	start := l.pos + skip
	end := strings.Index(l.input[start:], "*/")
	if end < 0 {
		l.pos = start
		return l.fail("unclosed comment")
	}
	after := start + end + 2
	rest := l.input[after:]
	trim := rightTrim(rest)
	if trim {
		rest = rest[2:]
		after += 2
	}
	if !strings.HasPrefix(rest, l.right) {
		return l.fail("comment ends before closing delimiter")
	}
	t := token{tokComment, Pos(start), l.input[start : start+end+2], l.line}
	after += len(l.right)
	l.skip(after - l.pos)
	if trim {
		l.trimSpace()
	}
	if l.comments {
		return t
	}
	return l.next()
}

func (l *lexer) trimSpace() {
	rest := l.input[l.pos:]
	l.skip(len(rest) - len(strings.TrimLeft(rest, spaces)))
}

// atRight reports whether the right delimiter is next, and whether it trims.
func (l *lexer) atRight() (is, trim bool) {
	rest := l.input[l.pos:]
	if rightTrim(rest) && strings.HasPrefix(rest[2:], l.right) {
		return true, true
	}
	return strings.HasPrefix(rest, l.right), false
}

func (l *lexer) action() token {
	if is, trim := l.atRight(); is {
		if l.parens > 0 {
			return l.fail("unclosed left paren")
		}
		if trim {
			l.skip(2)
		}
		t := l.take(tokRight, len(l.right))
		if trim {
			l.trimSpace()
		}
		l.inside = false
		return t
	}
	rest := l.input[l.pos:]
	if rest == "" {
		return l.fail("unclosed action")
	}
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case strings.ContainsRune(spaces, r):
		end := 1
		for end < len(rest) && strings.IndexByte(spaces, rest[end]) >= 0 {
			// The last space may belong to the closing delimiter.
			if rightTrim(rest[end:]) && strings.HasPrefix(rest[end+2:], l.right) {
				break
			}
			end++
		}
		return l.take(tokSpace, end)
	case r == '=':
		return l.take(tokAssign, 1)
	case r == ':':
		if !strings.HasPrefix(rest, ":=") {
			return l.fail("expected :=")
		}
		return l.take(tokDeclare, 2)
	case r == '|':
		return l.take(tokPipe, 1)
	case r == '"':
		return l.quoted('"', tokString, "unterminated quoted string")
	case r == '\'':
		return l.quoted('\'', tokCharConst, "unterminated character constant")
	case r == '`':
		end := strings.IndexByte(rest[1:], '`')
		if end < 0 {
			return l.fail("unterminated raw quoted string")
		}
		return l.take(tokRawString, end+2)
	case r == '$':
		return l.name(tokVariable)
	case r == '.' && len(rest) > 1 && (rest[1] < '0' || rest[1] > '9'):
		return l.name(tokField)
	case r == '.' && len(rest) == 1:
		return l.name(tokField)
	case r == '.' || r == '+' || r == '-' || '0' <= r && r <= '9':
		return l.number()
	case isAlphaNumeric(r):
		return l.word()
	case r == '(':
		l.parens++
		return l.take(tokLeftParen, 1)
	case r == ')':
		l.parens--
		if l.parens < 0 {
			return l.fail("unexpected right paren")
		}
		return l.take(tokRightParen, 1)
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		return l.take(tokChar, n)
	}
	return l.fail("unrecognized character in action: %#U", r)
}

func isAlphaNumeric(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordLen is the number of bytes of letters and digits that s begins with.
func wordLen(s string) int {
	for i, r := range s {
		if !isAlphaNumeric(r) {
			return i
		}
	}
	return len(s)
}

// atEnd reports whether a word may end before s.
func (l *lexer) atEnd(s string) bool {
	if s == "" || strings.HasPrefix(s, l.right) {
		return true
	}
	return strings.IndexByte(spaces+".,|:()", s[0]) >= 0
}

// name is a field or variable: a mark and a word.
func (l *lexer) name(k kind) token {
	rest := l.input[l.pos:]
	n := 1 + wordLen(rest[1:])
	if k == tokField && n == 1 {
		if len(rest) > 1 && !l.atEnd(rest[1:]) {
			r, _ := utf8.DecodeRuneInString(rest[1:])
			return l.fail("bad character %#U", r)
		}
		return l.take(tokDot, 1)
	}
	if !l.atEnd(rest[n:]) {
		r, _ := utf8.DecodeRuneInString(rest[n:])
		return l.fail("bad character %#U", r)
	}
	return l.take(k, n)
}

func (l *lexer) word() token {
	rest := l.input[l.pos:]
	n := wordLen(rest)
	if !l.atEnd(rest[n:]) {
		r, _ := utf8.DecodeRuneInString(rest[n:])
		return l.fail("bad character %#U", r)
	}
	word := rest[:n]
	k, ok := keywords[word]
	switch {
	case ok && (k == tokBreak && !l.breakOK || k == tokContinue && !l.continueOK):
		k = tokIdent
	case ok:
	case word == "true" || word == "false":
		k = tokBool
	default:
		k = tokIdent
	}
	return l.take(k, n)
}

func (l *lexer) quoted(end byte, k kind, unterminated string) token {
	rest := l.input[l.pos:]
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
			if i < len(rest) && rest[i] != '\n' {
				continue
			}
			return l.fail("%s", unterminated)
		case '\n':
			return l.fail("%s", unterminated)
		case end:
			return l.take(k, i+1)
		}
	}
	return l.fail("%s", unterminated)
}

// number takes what looks like a number; the parser knows whether it is one.
func (l *lexer) number() token {
	rest := l.input[l.pos:]
	i := 0
	accept := func(set string) bool {
		if i < len(rest) && strings.IndexByte(set, rest[i]) >= 0 {
			i++
			return true
		}
		return false
	}
	one := func() {
		accept("+-")
		digits := "0123456789_"
		exponent := "eE"
		if accept("0") {
			switch {
			case accept("xX"):
				digits, exponent = "0123456789abcdefABCDEF_", "pP"
			case accept("oO"):
				digits = "01234567_"
			case accept("bB"):
				digits = "01_"
			}
		}
		for accept(digits) {
		}
		if accept(".") {
			for accept(digits) {
			}
		}
		if accept(exponent) {
			accept("+-")
			for accept("0123456789_") {
			}
		}
		accept("i")
	}
	one()
	ok := true
	if i < len(rest) && (rest[i] == '+' || rest[i] == '-') {
		// Complex: two numbers without space.
		one()
		ok = rest[i-1] == 'i'
	}
	if i < len(rest) {
		if r, n := utf8.DecodeRuneInString(rest[i:]); isAlphaNumeric(r) {
			i += n
			ok = false
		}
	}
	if !ok {
		return l.fail("bad number syntax: %q", rest[:i])
	}
	return l.take(tokNumber, i)
}
