// A parser and printer of a JSON-like notation.
package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type parser struct {
	src string
	pos int
}

type syntaxError struct {
	pos int
	msg string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("offset %d: %s", e.pos, e.msg) }

func (p *parser) fail(format string, args ...any) {
	panic(&syntaxError{p.pos, fmt.Sprintf(format, args...)})
}

func (p *parser) space() {
	for p.pos < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *parser) peek() byte {
	p.space()
	if p.pos == len(p.src) {
		p.fail("unexpected end")
	}
	return p.src[p.pos]
}

func (p *parser) expect(c byte) {
	if got := p.peek(); got != c {
		p.fail("want %q, got %q", c, got)
	}
	p.pos++
}

func (p *parser) value() any {
	switch c := p.peek(); {
	case c == '{':
		return p.object()
	case c == '[':
		return p.array()
	case c == '"':
		return p.str()
	case c == '-' || '0' <= c && c <= '9':
		start := p.pos
		for p.pos < len(p.src) && strings.IndexByte("+-.eE0123456789", p.src[p.pos]) >= 0 {
			p.pos++
		}
		f, err := strconv.ParseFloat(p.src[start:p.pos], 64)
		if err != nil {
			p.fail("bad number: %v", err)
		}
		return f
	}
	for word, v := range map[string]any{"true": true, "false": false, "null": nil} {
		if strings.HasPrefix(p.src[p.pos:], word) {
			p.pos += len(word)
			return v
		}
	}
	p.fail("unexpected %q", p.src[p.pos])
	return nil
}

func (p *parser) object() map[string]any {
	m := map[string]any{}
	p.expect('{')
	for p.peek() != '}' {
		if len(m) > 0 {
			p.expect(',')
			p.space()
		}
		k := p.str()
		p.expect(':')
		m[k] = p.value()
	}
	p.pos++
	return m
}

func (p *parser) array() []any {
	a := []any{}
	p.expect('[')
	for p.peek() != ']' {
		if len(a) > 0 {
			p.expect(',')
		}
		a = append(a, p.value())
	}
	p.pos++
	return a
}

func (p *parser) str() string {
	p.expect('"')
	var b strings.Builder
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		p.pos++
		switch c {
		case '"':
			return b.String()
		case '\\':
			switch e := p.peek(); e {
			case 'n':
				b.WriteByte('\n')
			case 'u':
				n, err := strconv.ParseUint(p.src[p.pos+1:p.pos+5], 16, 32)
				if err != nil {
					p.fail("bad escape")
				}
				b.WriteRune(rune(n))
				p.pos += 4
			default:
				b.WriteByte(e)
			}
			p.pos++
		default:
			b.WriteByte(c)
		}
	}
	p.fail("string does not end")
	return ""
}

func parse(s string) (v any, err error) {
	defer func() {
		if e, ok := recover().(*syntaxError); ok {
			err = e
		}
	}()
	p := &parser{src: s}
	v = p.value()
	if p.space(); p.pos != len(s) {
		p.fail("trailing data")
	}
	return v, nil
}

func render(v any, indent string) string {
	switch v := v.(type) {
	case map[string]any:
		var keys []string
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		out := "{"
		for _, k := range keys {
			out += "\n" + indent + "  " + strconv.Quote(k) + ": " + render(v[k], indent+"  ")
		}
		return out + "\n" + indent + "}"
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, render(x, indent))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case string:
		return strconv.Quote(v)
	case nil:
		return "null"
	}
	return fmt.Sprint(v)
}

func main() {
	for _, s := range []string{
		`{"name": "golift", "tags": ["a", "b\n\"q\"", "\u00e9"], "n": -12.5e2, "nested": {"t": true, "f": false, "z": null}, "e": [], "o": {}}`,
		` [1, 2.5, [3, [4]]] `, `"x`, `{"a" 1}`, `[1,`, `[1 2]`, `12..3`, `nul`, `1 1`, `{"a": [tru]}`, ``,
	} {
		v, err := parse(s)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Println(render(v, ""))
	}
}
