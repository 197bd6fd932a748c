package regexp

import (
	"io"
	"unicode/utf8"
)

// pad gives the positions of groups that took no part.
func (re *Regexp) pad(a []int) []int {
	if a == nil {
		return nil
	}
	for len(a) < 2*len(re.names) {
		a = append(a, -1)
	}
	return a
}

func (re *Regexp) ncap() int { return 2 * len(re.names) }

// all calls deliver for up to n matches that follow each other; room is for the positions of each.
func (re *Regexp) all(s string, n, ncap int, room []int, deliver func([]int)) {
	if n < 0 {
		n = len(s) + 1
	}
	last := -1
	for pos, i := 0, 0; i < n && pos <= len(s); {
		m := re.find(s, pos, ncap, room)
		if m == nil {
			return
		}
		accept := true
		if m[1] == pos {
			// No empty match right behind a match.
			accept = m[0] != last
			if pos < len(s) {
				_, width := utf8.DecodeRuneInString(s[pos:])
				pos += width
			} else {
				pos = len(s) + 1
			}
		} else {
			pos = m[1]
		}
		last = m[1]
		if accept {
			deliver(m)
			i++
		}
	}
}

// Find is the text of the first match, nil without one.
func (re *Regexp) Find(b []byte) []byte {
	var room [2]int
	a := re.find(view(b), 0, 2, room[:])
	if a == nil {
		return nil
	}
	return b[a[0]:a[1]:a[1]]
}

// FindIndex is the place of the first match, nil without one.
func (re *Regexp) FindIndex(b []byte) (m []int) { return re.find(view(b), 0, 2, nil) }

// FindString is the text of the first match, "" without one.
func (re *Regexp) FindString(s string) string {
	var room [2]int
	a := re.find(s, 0, 2, room[:])
	if a == nil {
		return ""
	}
	return s[a[0]:a[1]]
}

// FindStringIndex is the place of the first match, nil without one.
func (re *Regexp) FindStringIndex(s string) (m []int) { return re.find(s, 0, 2, nil) }

// FindReaderIndex is the place of the first match, nil without one; it may read any amount of runes.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (m []int) { return re.findReader(r, 2) }

// FindSubmatch is the texts of the first match and its groups, nil without one.
func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	var room [4]int
	return cutBytes(b, re.find(view(b), 0, re.ncap(), room[:]))
}

func cutBytes(b []byte, a []int) [][]byte {
	if a == nil {
		return nil
	}
	r := make([][]byte, len(a)/2)
	for i := range r {
		if a[2*i] >= 0 {
			r[i] = b[a[2*i]:a[2*i+1]:a[2*i+1]]
		}
	}
	return r
}

func cutString(s string, a []int) []string {
	if a == nil {
		return nil
	}
	r := make([]string, len(a)/2)
	for i := range r {
		if a[2*i] >= 0 {
			r[i] = s[a[2*i]:a[2*i+1]]
		}
	}
	return r
}

// FindSubmatchIndex is the places of the first match and its groups, nil without one.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.pad(re.find(view(b), 0, re.ncap(), nil)) }

// FindStringSubmatch is the texts of the first match and its groups, nil without one.
func (re *Regexp) FindStringSubmatch(s string) []string {
	var room [4]int
	return cutString(s, re.find(s, 0, re.ncap(), room[:]))
}

// FindStringSubmatchIndex is the places of the first match and its groups, nil without one.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.pad(re.find(s, 0, re.ncap(), nil)) }

// FindReaderSubmatchIndex is the places of the first match and its groups, nil without one.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.pad(re.findReader(r, re.ncap()))
}

// appendMatch appends v; the first array has room for several matches.
func appendMatch[T any](r []T, v T) []T {
	if r == nil {
		r = make([]T, 0, 10)
	}
	return append(r, v)
}

// FindAll is the texts of all matches.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var r [][]byte
	var room [2]int
	re.all(view(b), n, 2, room[:], func(m []int) { r = appendMatch(r, b[m[0]:m[1]:m[1]]) })
	return r
}

// FindAllIndex is the places of all matches.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(view(b), n) }

// FindAllString is the texts of all matches.
func (re *Regexp) FindAllString(s string, n int) []string {
	var r []string
	var room [2]int
	re.all(s, n, 2, room[:], func(m []int) { r = appendMatch(r, s[m[0]:m[1]]) })
	return r
}

// FindAllStringIndex is the places of all matches.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var r [][]int
	re.all(s, n, 2, nil, func(m []int) { r = appendMatch(r, m) })
	return r
}

// FindAllSubmatch is the texts of all matches and their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var r [][][]byte
	var room [4]int
	re.all(view(b), n, re.ncap(), room[:], func(m []int) { r = appendMatch(r, cutBytes(b, m)) })
	return r
}

// FindAllSubmatchIndex is the places of all matches and their groups.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(view(b), n)
}

// FindAllStringSubmatch is the texts of all matches and their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var r [][]string
	var room [4]int
	re.all(s, n, re.ncap(), room[:], func(m []int) { r = appendMatch(r, cutString(s, m)) })
	return r
}

// FindAllStringSubmatchIndex is the places of all matches and their groups.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var r [][]int
	re.all(s, n, re.ncap(), nil, func(m []int) { r = appendMatch(r, re.pad(m)) })
	return r
}

// Split is the parts of s between the matches, up to n of them unless n < 0; the last has the rest.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	var r []string
	begin, end := 0, 0
	for _, m := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(r) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			r = append(r, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		r = append(r, s[begin:])
	}
	return r
}
