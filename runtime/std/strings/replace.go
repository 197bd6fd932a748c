package strings

import "io"

// Replacer replaces a list of strings by others.
type Replacer struct {
	old   []string
	new   []string
	first [256][]int // pairs whose old begins with the byte, in order
	empty int        // the first pair whose old is empty, or -1
}

// NewReplacer takes pairs of old and new strings. At each place the first pair that fits counts.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		n := len(r.old)
		r.old = append(r.old, oldnew[i])
		r.new = append(r.new, oldnew[i+1])
		if oldnew[i] != "" {
			c := oldnew[i][0]
			r.first[c] = append(r.first[c], n)
		} else if r.empty < 0 {
			r.empty = n
		}
	}
	return r
}

// lookup is the pair that fits at the start of s, or -1.
func (r *Replacer) lookup(s string, ignoreEmpty bool) int {
	empty := r.empty
	if ignoreEmpty {
		empty = -1
	}
	if s != "" {
		for _, p := range r.first[s[0]] {
			if empty >= 0 && p > empty {
				break
			}
			if HasPrefix(s, r.old[p]) {
				return p
			}
		}
	}
	return empty
}

// next finds the first place from i on where a pair fits; pair is -1 at the end.
func (r *Replacer) next(s string, i int, afterEmpty bool) (at, pair int) {
	for ; i <= len(s); i++ {
		if p := r.lookup(s[i:], afterEmpty); p >= 0 {
			return i, p
		}
		afterEmpty = false
	}
	return len(s), -1
}

// Replace is s with all replacements done.
func (r *Replacer) Replace(s string) string {
	i, p := r.next(s, 0, false)
	if p < 0 {
		return s
	}
	var b Builder
	b.Grow(len(s))
	r.write(&b, s, i, p)
	return b.String()
}

// WriteString writes s with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	i, p := r.next(s, 0, false)
	return r.write(w, s, i, p)
}

func (r *Replacer) write(w io.Writer, s string, i, p int) (n int, err error) {
	last := 0
	for p >= 0 {
		k, err := io.WriteString(w, s[last:i])
		n += k
		if err != nil {
			return n, err
		}
		k, err = io.WriteString(w, r.new[p])
		n += k
		if err != nil {
			return n, err
		}
		last = i + len(r.old[p])
		i, p = r.next(s, last, r.old[p] == "")
	}
	k, err := io.WriteString(w, s[last:])
	return n + k, err
}
