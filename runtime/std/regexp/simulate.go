package regexp

import (
	"io"
	"regexp/syntax"
	"unicode/utf8"
)

// text is what a simulation reads: a string, or the runes of a reader.
type text struct {
	s      string
	reader io.RuneReader
	ended  bool
}

// step is the rune at pos and its length, -1 and 0 at the end. A reader is only ever at the next rune.
func (t *text) step(pos int) (rune, int) {
	if t.reader != nil {
		if t.ended {
			return -1, 0
		}
		r, n, err := t.reader.ReadRune()
		if err != nil {
			t.ended = true
			return -1, 0
		}
		return r, n
	}
	if pos >= len(t.s) {
		return -1, 0
	}
	if c := t.s[pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.s[pos:])
}

// thread is a state of the simulation: an instruction that takes a rune or matches, and the captures on the way to it.
type thread struct {
	pc  uint32
	cap []int
}

// queue is the threads at a position in the order of preference. sparse says where an instruction was added.
type queue struct {
	sparse []uint32
	dense  []uint32
	list   []thread
}

func (q *queue) has(pc uint32) bool {
	i := q.sparse[pc]
	return int(i) < len(q.dense) && q.dense[i] == pc
}

func (q *queue) clear() {
	q.dense = q.dense[:0]
	q.list = q.list[:0]
}

// machine runs all threads side by side (Ken Thompson, Rob Pike).
type machine struct {
	re      *Regexp
	run     queue
	next    queue
	free    [][]int
	ncap    int
	matched bool
	match   []int
}

func newQueue(n int) queue { return queue{sparse: make([]uint32, n), dense: make([]uint32, 0, n)} }

func (m *machine) copyCap(cap []int) []int {
	if m.ncap == 0 {
		return nil
	}
	var c []int
	if n := len(m.free); n > 0 {
		c = m.free[n-1]
		m.free = m.free[:n-1]
	} else {
		c = make([]int, m.ncap)
	}
	copy(c, cap)
	return c
}

func (m *machine) release(t thread) {
	if t.cap != nil {
		m.free = append(m.free, t.cap)
	}
}

// add follows the instructions that take no rune and adds the threads that they lead to.
func (m *machine) add(q *queue, pc uint32, pos int, cap []int, cond syntax.EmptyOp) {
	for {
		if q.has(pc) {
			return
		}
		q.sparse[pc] = uint32(len(q.dense))
		q.dense = append(q.dense, pc)
		i := &m.re.prog.Inst[pc]
		switch i.Op {
		case syntax.InstFail:
			return
		case syntax.InstAlt, syntax.InstAltMatch:
			m.add(q, i.Out, pos, cap, cond)
			pc = i.Arg
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(i.Arg)&^cond != 0 {
				return
			}
			pc = i.Out
		case syntax.InstNop:
			pc = i.Out
		case syntax.InstCapture:
			if int(i.Arg) < len(cap) {
				old := cap[i.Arg]
				cap[i.Arg] = pos
				m.add(q, i.Out, pos, cap, cond)
				cap[i.Arg] = old
				return
			}
			pc = i.Out
		default:
			q.list = append(q.list, thread{pc, m.copyCap(cap)})
			return
		}
	}
}

// simulate searches from pos on.
func (re *Regexp) simulate(t *text, pos, ncap int, anchored bool) []int {
	size := max(ncap, 2)
	n := len(re.prog.Inst)
	m := &machine{re: re, run: newQueue(n), next: newQueue(n), ncap: size, match: make([]int, size)}
	cap := make([]int, size)
	before := rune(-1)
	if pos > 0 {
		before, _ = utf8.DecodeLastRuneInString(t.s[:pos])
	}
	r, width := t.step(pos)
	for {
		if len(m.run.list) == 0 {
			if m.matched || anchored && pos != 0 {
				break
			}
			if t.reader == nil && !anchored {
				if p := re.skip(t.s, pos); p < 0 {
					break
				} else if p > pos {
					pos = p
					before, _ = utf8.DecodeLastRuneInString(t.s[:pos])
					r, width = t.step(pos)
				}
			}
		}
		cond := syntax.EmptyOpContext(before, r)
		if !m.matched && (!anchored || pos == 0) {
			for i := range cap {
				cap[i] = -1
			}
			cap[0] = pos
			m.add(&m.run, uint32(re.prog.Start), pos, cap, cond)
		}
		if ncap == 0 && m.reachedMatch() {
			return []int{}
		}
		after, afterWidth := rune(-1), 0
		if width > 0 {
			after, afterWidth = t.step(pos + width)
		}
		m.step(pos, pos+width, r, syntax.EmptyOpContext(r, after))
		if width == 0 {
			break
		}
		pos += width
		before, r, width = r, after, afterWidth
	}
	if !m.matched {
		return nil
	}
	return m.match[:ncap]
}

// reachedMatch reports whether a thread has matched, for callers that need not know where.
func (m *machine) reachedMatch() bool {
	for _, t := range m.run.list {
		if m.re.prog.Inst[t.pc].Op == syntax.InstMatch {
			return true
		}
	}
	return false
}

// step lets all threads take r at pos; next is the position behind it and cond what holds there.
func (m *machine) step(pos, next int, r rune, cond syntax.EmptyOp) {
	list := m.run.list
	for k, t := range list {
		i := &m.re.prog.Inst[t.pc]
		if i.Op == syntax.InstMatch {
			if m.re.longest {
				if !m.matched || t.cap[0] < m.match[0] || t.cap[0] == m.match[0] && pos > m.match[1] {
					t.cap[1] = pos
					copy(m.match, t.cap)
				}
				m.matched = true
				m.release(t)
				continue
			}
			// The threads behind this one are less preferred.
			t.cap[1] = pos
			copy(m.match, t.cap)
			m.matched = true
			for _, t := range list[k:] {
				m.release(t)
			}
			break
		}
		if m.re.longest && m.matched && m.match[0] < t.cap[0] {
			m.release(t)
			continue
		}
		if r >= 0 && i.MatchRune(r) {
			m.add(&m.next, i.Out, next, t.cap, cond)
		}
		m.release(t)
	}
	m.run, m.next = m.next, m.run
	m.next.clear()
}

// findReader searches the runes of r.
func (re *Regexp) findReader(r io.RuneReader, ncap int) []int {
	if re.cond == ^syntax.EmptyOp(0) {
		return nil
	}
	return re.simulate(&text{reader: r}, 0, ncap, re.cond&syntax.EmptyBeginText != 0)
}
