// A tokenizer by state functions for a small language.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

type kind int

const (
	eof kind = iota
	ident
	keyword
	number
	text
	operator
	comment
	bad
)

var names = [...]string{"eof", "ident", "keyword", "number", "text", "operator", "comment", "bad"}

func (k kind) String() string { return names[k] }

type token struct {
	kind      kind
	lit       string
	line, col int
}

type state func(*lexer) state

type lexer struct {
	src              string
	start, pos       int
	line, lineStart  int
	startLine, width int
	out              []token
}

const end = rune(-1)

func (l *lexer) next() rune {
	if l.pos == len(l.src) {
		l.width = 0
		return end
	}
	r, w := utf8.DecodeRuneInString(l.src[l.pos:])
	l.pos += w
	l.width = w
	return r
}

func (l *lexer) back() { l.pos -= l.width }

func (l *lexer) emit(k kind) {
	l.out = append(l.out, token{k, l.src[l.start:l.pos], l.line, l.start - l.lineStart + 1})
	l.start = l.pos
}

func (l *lexer) while(ok func(rune) bool) {
	for r := l.next(); r != end && ok(r); r = l.next() {
	}
	if l.width > 0 {
		l.back()
	}
}

func letter(r rune) bool {
	return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= 0x80
}
func digit(r rune) bool { return '0' <= r && r <= '9' }

var keywords = map[string]bool{"let": true, "if": true, "while": true}

func lexAny(l *lexer) state {
	switch r := l.next(); {
	case r == end:
		l.emit(eof)
		return nil
	case r == '\n':
		l.line++
		l.lineStart = l.pos
		l.start = l.pos
	case r == ' ' || r == '\t':
		l.start = l.pos
	case letter(r):
		return lexName
	case digit(r):
		return lexNumber
	case r == '"':
		return lexText
	case r == '#':
		l.while(func(r rune) bool { return r != '\n' })
		l.emit(comment)
	case strings.ContainsRune("+-*/=<>!(){};", r):
		if strings.ContainsRune("=<>!", r) && l.next() != '=' && l.width > 0 {
			l.back()
		}
		l.emit(operator)
	default:
		l.emit(bad)
	}
	return lexAny
}

func lexName(l *lexer) state {
	l.while(func(r rune) bool { return letter(r) || digit(r) })
	if keywords[l.src[l.start:l.pos]] {
		l.emit(keyword)
	} else {
		l.emit(ident)
	}
	return lexAny
}

func lexNumber(l *lexer) state {
	l.while(digit)
	if strings.HasPrefix(l.src[l.pos:], ".") {
		l.next()
		l.while(digit)
	}
	l.emit(number)
	return lexAny
}

func lexText(l *lexer) state {
	for {
		switch l.next() {
		case '\\':
			l.next()
		case '"':
			l.emit(text)
			return lexAny
		case end, '\n':
			l.emit(bad)
			return nil
		}
	}
}

func main() {
	src := "let größe = 3.14*(x1 + 42); # comment é\nif größe >= \"q\\\"t\" { y = !z }\n@ while<5 \"open\nrest"
	l := &lexer{src: src, line: 1}
	for st := state(lexAny); st != nil; {
		st = st(l)
	}
	counts := map[kind]int{}
	for _, t := range l.out {
		counts[t.kind]++
		fmt.Printf("%d:%-3d %-9v %q\n", t.line, t.col, t.kind, t.lit)
	}
	fmt.Println(counts)
}
