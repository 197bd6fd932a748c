package json

import (
	"reflect"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// any is the value at d.at as map, slice, string, float64, bool or nil.
func (d *decoder) any() any {
	switch d.data[d.at] {
	case '{':
		m := map[string]any{}
		d.at = skipSpace(d.data, d.at+1)
		for d.data[d.at] != '}' {
			if d.data[d.at] == ',' {
				d.at = skipSpace(d.data, d.at+1)
			}
			start := d.at
			d.at = skipValue(d.data, start)
			key := string(unquote(d.data[start:d.at]))
			d.at = skipSpace(d.data, skipSpace(d.data, d.at)+1)
			d.push(step{name: key})
			m[key] = d.any()
			d.pop()
			d.at = skipSpace(d.data, d.at)
		}
		d.at++
		return m
	case '[':
		list := []any{}
		d.at = skipSpace(d.data, d.at+1)
		for d.data[d.at] != ']' {
			if d.data[d.at] == ',' {
				d.at = skipSpace(d.data, d.at+1)
			}
			d.push(step{index: len(list), list: true})
			list = append(list, d.any())
			d.pop()
			d.at = skipSpace(d.data, d.at)
		}
		d.at++
		return list
	}
	start := d.at
	d.at = skipValue(d.data, start)
	item := d.data[start:d.at]
	switch item[0] {
	case '"':
		return string(unquote(item))
	case 't', 'f':
		return item[0] == 't'
	case 'n':
		return nil
	}
	return d.float(string(item))
}

func (d *decoder) float(s string) any {
	if d.useNumber {
		return Number(s)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		d.mismatch("number "+s, reflect.TypeFor[float64](), d.at, nil)
		return nil
	}
	return f
}

// unquote is what a valid string with its quotes says; bytes that are no UTF-8 become U+FFFD.
func unquote(item []byte) []byte {
	s := item[1 : len(item)-1]
	i := 0
	for i < len(s) && s[i] != '\\' && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	out := make([]byte, i, len(s)+2*utf8.UTFMax)
	copy(out, s)
	for i < len(s) {
		c := s[i]
		if c != '\\' {
			r, n := utf8.DecodeRune(s[i:])
			out = utf8.AppendRune(out, r)
			i += n
			continue
		}
		switch c := s[i+1]; c {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := hex4(s[i+2:])
			i += 6
			if utf16.IsSurrogate(r) {
				if i+6 <= len(s) && s[i] == '\\' && s[i+1] == 'u' {
					if both := utf16.DecodeRune(r, hex4(s[i+2:])); both != utf8.RuneError {
						out = utf8.AppendRune(out, both)
						i += 6
						continue
					}
				}
				r = utf8.RuneError
			}
			out = utf8.AppendRune(out, r)
			continue
		default:
			out = append(out, c)
		}
		i += 2
	}
	return out
}

func hex4(s []byte) rune {
	n, _ := strconv.ParseUint(string(s[:4]), 16, 32)
	return rune(n)
}
