package oserror

import (
	"errors"
	"unicode/utf8"
)

// ErrBadPattern is path.ErrBadPattern.
var ErrBadPattern = errors.New("syntax error in pattern")

// MatchPattern reports whether pattern matches all of name: * stands for any sequence and ? for any single character other
// than a slash, [a-z] and [^a-z] for a class, \ takes the meaning of the next character away.
func MatchPattern(pattern, name string) (matched bool, err error) {
	p, n := 0, 0
	// Where to go back to: behind the last star, with one more character of name under it.
	starP, starN := -1, 0
	for {
		if p == len(pattern) {
			if n == len(name) {
				return true, nil
			}
		} else if pattern[p] == '*' {
			for p < len(pattern) && pattern[p] == '*' {
				p++
			}
			starP, starN = p, n
			continue
		} else if n < len(name) {
			ok, pn, nn, err := matchOne(pattern, p, name, n)
			if err != nil {
				return false, err
			}
			if ok {
				p, n = pn, nn
				continue
			}
		}
		// No match here: let the last star take one more character.
		if starP < 0 || starN >= len(name) || name[starN] == '/' {
			return false, checkRest(pattern, p)
		}
		starN++
		p, n = starP, starN
	}
}

// checkRest looks for syntax errors in the part of the pattern that was not tried.
func checkRest(pattern string, p int) error {
	for p < len(pattern) {
		if pattern[p] == '*' {
			p++
			continue
		}
		_, next, _, err := matchOne(pattern, p, "", 0)
		if err != nil {
			return err
		}
		p = next
	}
	return nil
}

// matchOne matches the item of the pattern at p, which is no star, with the character of name at n, which may be its end.
func matchOne(pattern string, p int, name string, n int) (ok bool, nextP, nextN int, err error) {
	r, size := rune(-1), 0
	if n < len(name) {
		r, size = utf8.DecodeRuneInString(name[n:])
	}
	switch pattern[p] {
	case '?':
		return n < len(name) && name[n] != '/', p + 1, n + size, nil
	case '[':
		p++
		negated := false
		if p < len(pattern) && pattern[p] == '^' {
			negated = true
			p++
		}
		in := false
		for count := 0; ; count++ {
			if p < len(pattern) && pattern[p] == ']' && count > 0 {
				p++
				break
			}
			var lo, hi rune
			if lo, p, err = classRune(pattern, p); err != nil {
				return false, p, n, err
			}
			hi = lo
			if pattern[p] == '-' {
				if hi, p, err = classRune(pattern, p+1); err != nil {
					return false, p, n, err
				}
			}
			if lo <= r && r <= hi {
				in = true
			}
		}
		return n < len(name) && in != negated, p, n + size, nil
	case '\\':
		p++
		if p >= len(pattern) {
			return false, p, n, ErrBadPattern
		}
	}
	return n < len(name) && pattern[p] == name[n], p + 1, n + 1, nil
}

// classRune is the character at p of a class, behind which there has to be something.
func classRune(pattern string, p int) (r rune, next int, err error) {
	if p >= len(pattern) || pattern[p] == '-' || pattern[p] == ']' {
		return 0, p, ErrBadPattern
	}
	if pattern[p] == '\\' {
		p++
		if p >= len(pattern) {
			return 0, p, ErrBadPattern
		}
	}
	r, size := utf8.DecodeRuneInString(pattern[p:])
	if r == utf8.RuneError && size == 1 {
		return 0, p, ErrBadPattern
	}
	p += size
	if p >= len(pattern) {
		return 0, p, ErrBadPattern
	}
	return r, p, nil
}
