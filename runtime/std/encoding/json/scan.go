package json

import (
	"strconv"
	"unicode/utf8"
)

// The grammar: functions that take the index where something begins and return the index behind it.

const maxDepth = 10000

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return checkValid(data) == nil }

// checkValid is the syntax error of data, or nil.
func checkValid(data []byte) error {
	i := skipSpace(data, 0)
	i, err := scanValue(data, i, 0)
	if err == nil {
		if i = skipSpace(data, i); i < len(data) {
			err = badChar(data, i, "after top-level value")
		}
	}
	if err != nil {
		return err
	}
	return nil
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// badChar is the error of the character at i, or of the end.
func badChar(b []byte, i int, context string) *SyntaxError {
	if i >= len(b) {
		return atEnd(len(b))
	}
	r, n := utf8.DecodeRune(b[i:])
	text := strconv.QuoteRune(r)
	if r == utf8.RuneError && n == 1 {
		text = `'\x` + hexByte(b[i]) + `'`
	}
	return &SyntaxError{"invalid character " + text + " " + context, int64(i + n)}
}

const hexDigits = "0123456789abcdef"

func hexByte(c byte) string { return string([]byte{hexDigits[c>>4], hexDigits[c&15]}) }

func atEnd(offset int) *SyntaxError { return &SyntaxError{"unexpected end of JSON input", int64(offset)} }

func isEnd(err *SyntaxError) bool { return err.msg == "unexpected end of JSON input" }

func scanValue(b []byte, i, depth int) (int, *SyntaxError) {
	if i >= len(b) {
		return i, atEnd(i)
	}
	switch c := b[i]; {
	case c == '"':
		return scanString(b, i)
	case c == '{':
		return scanObject(b, i, depth+1)
	case c == '[':
		return scanArray(b, i, depth+1)
	case c == 't':
		return scanWord(b, i, "true")
	case c == 'f':
		return scanWord(b, i, "false")
	case c == 'n':
		return scanWord(b, i, "null")
	case c == '-' || '0' <= c && c <= '9':
		return scanNumber(b, i)
	}
	return i, badChar(b, i, "looking for beginning of value")
}

func scanWord(b []byte, i int, word string) (int, *SyntaxError) {
	for k := 0; k < len(word); k++ {
		if i+k >= len(b) {
			return i, atEnd(i + k)
		}
		if b[i+k] != word[k] {
			return i, badChar(b, i+k, "in literal "+word+" (expecting "+strconv.QuoteRune(rune(word[k]))+")")
		}
	}
	return i + len(word), nil
}

func scanNumber(b []byte, start int) (int, *SyntaxError) {
	i := start
	digits := func() *SyntaxError {
		if i >= len(b) {
			return atEnd(start)
		}
		if b[i] < '0' || b[i] > '9' {
			return badChar(b, i, "in numeric literal")
		}
		for i < len(b) && '0' <= b[i] && b[i] <= '9' {
			i++
		}
		return nil
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	if i < len(b) && b[i] == '0' {
		i++
	} else if err := digits(); err != nil {
		return start, err
	}
	if i < len(b) && b[i] == '.' {
		i++
		if err := digits(); err != nil {
			return start, err
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		i++
		if i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if err := digits(); err != nil {
			return start, err
		}
	}
	return i, nil
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func scanString(b []byte, i int) (int, *SyntaxError) {
	i++
	for i < len(b) {
		switch c := b[i]; {
		case c == '"':
			return i + 1, nil
		case c < ' ':
			return i, badChar(b, i, "in string")
		case c != '\\':
			i++
		default:
			if i+1 >= len(b) {
				return i, atEnd(i)
			}
			n := 2
			switch b[i+1] {
			case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			case 'u':
				n = 6
				for k := 2; k < 6; k++ {
					if i+k >= len(b) {
						return i, atEnd(i)
					}
					if !isHex(b[i+k]) {
						end := min(i+6, len(b))
						return i, &SyntaxError{"invalid escape sequence `" + string(b[i:end]) + "` in string", int64(end)}
					}
				}
			default:
				return i, &SyntaxError{"invalid escape sequence `" + string(b[i:i+2]) + "` in string", int64(i + 2)}
			}
			i += n
		}
	}
	return i, atEnd(len(b))
}

func scanArray(b []byte, i, depth int) (int, *SyntaxError) {
	if depth > maxDepth {
		return i, &SyntaxError{"exceeded max depth", int64(i + 1)}
	}
	i = skipSpace(b, i+1)
	if i < len(b) && b[i] == ']' {
		return i + 1, nil
	}
	for {
		var err *SyntaxError
		if i, err = scanValue(b, i, depth); err != nil {
			return i, err
		}
		i = skipSpace(b, i)
		switch {
		case i < len(b) && b[i] == ']':
			return i + 1, nil
		case i >= len(b) || b[i] != ',':
			return i, badChar(b, i, "after array element")
		}
		i = skipSpace(b, i+1)
	}
}

func scanObject(b []byte, i, depth int) (int, *SyntaxError) {
	if depth > maxDepth {
		return i, &SyntaxError{"exceeded max depth", int64(i + 1)}
	}
	i = skipSpace(b, i+1)
	if i < len(b) && b[i] == '}' {
		return i + 1, nil
	}
	for {
		if i >= len(b) || b[i] != '"' {
			return i, badChar(b, i, "looking for beginning of object key string")
		}
		var err *SyntaxError
		if i, err = scanString(b, i); err != nil {
			return i, err
		}
		i = skipSpace(b, i)
		if i >= len(b) || b[i] != ':' {
			return i, badChar(b, i, "after object key")
		}
		i = skipSpace(b, i+1)
		if i, err = scanValue(b, i, depth); err != nil {
			return i, err
		}
		i = skipSpace(b, i)
		switch {
		case i < len(b) && b[i] == '}':
			return i + 1, nil
		case i >= len(b) || b[i] != ',':
			return i, badChar(b, i, "after object key:value pair")
		}
		i = skipSpace(b, i+1)
	}
}

// skipValue is the index behind the value at i of a text that is valid.
func skipValue(b []byte, i int) int {
	depth := 0
	for {
		switch b[i] {
		case '"':
			for i++; b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			i++
		case '{', '[':
			depth++
			i++
		case '}', ']':
			depth--
			i++
		case ',', ':', ' ', '\n', '\t', '\r':
			i++
			continue
		default:
			for i < len(b) {
				c := b[i]
				if c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\t' || c == '\r' {
					break
				}
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
}
