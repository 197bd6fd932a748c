package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// matcher says which tests are to run, and makes their names unique.
type matcher struct {
	filter [][]string // alternatives of an expression for each level
	skip   [][]string
	match  func(pat, str string) (bool, error)
	mu     sync.Mutex
	names  map[string]int
}

func newMatcher(match func(pat, str string) (bool, error), pattern, name, skip string) *matcher {
	m := &matcher{match: match, names: map[string]int{}}
	m.filter = m.levels(pattern, name)
	m.skip = m.levels(skip, "-test.skip")
	return m
}

// levels splits a pattern at each | and each of those at each /, outside brackets.
func (m *matcher) levels(pattern, name string) [][]string {
	if pattern == "" {
		return nil
	}
	var out [][]string
	for _, alternative := range splitOutside(pattern, '|') {
		levels := splitOutside(alternative, '/')
		for i, l := range levels {
			levels[i] = rewrite(l)
			if _, err := m.match(levels[i], "non-empty"); err != nil {
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i, name, l, err)
				os.Exit(1)
			}
		}
		out = append(out, levels)
	}
	return out
}

func splitOutside(s string, sep byte) []string {
	var parts []string
	square, round := 0, 0
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			square++
		case ']':
			square = max(square-1, 0)
		case '(':
			if square == 0 {
				round++
			}
		case ')':
			if square == 0 {
				round--
			}
		case '\\':
			i++
		case sep:
			if square == 0 && round == 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

// matches reports whether the elements match an alternative, and whether only its first levels.
func (m *matcher) matches(alternatives [][]string, elements []string) (ok, partial bool) {
	for _, levels := range alternatives {
		all := true
		for i, e := range elements {
			if i >= len(levels) {
				break
			}
			if match, _ := m.match(levels[i], e); !match {
				all = false
				break
			}
		}
		if all {
			if len(elements) >= len(levels) {
				return true, false
			}
			ok, partial = true, true
		}
	}
	return ok, partial
}

// fullName is the name of a subtest, and whether it is to run.
func (m *matcher) fullName(c *common, name string) (string, bool) {
	full := name
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		full = m.unique(c.name, rewrite(name))
	}
	elements := strings.Split(full, "/")
	if m.filter != nil {
		if ok, _ := m.matches(m.filter, elements); !ok {
			return full, false
		}
	}
	if m.skip != nil {
		if ok, partial := m.matches(m.skip, elements); ok && !partial {
			return full, false
		}
	}
	return full, true
}

// unique adds a number to a name that was used before.
func (m *matcher) unique(parent, name string) string {
	base := parent + "/" + name
	for {
		n := m.names[base]
		m.names[base] = n + 1
		if n == 0 && name != "" {
			return base
		}
		full := fmt.Sprintf("%s#%02d", base, n)
		if m.names[full] == 0 {
			m.names[full] = 1
			return full
		}
	}
}

// rewrite is a name without spaces and what cannot be printed.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
