package regexp

import (
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// view is b as a string, which must not outlive the call.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// maxVisited is how many pairs of instruction and position the backtracking search may note.
const maxVisited = 256 << 10

// contextAt is the conditions that hold at pos.
func contextAt(s string, pos int) syntax.EmptyOp {
	r1, r2 := rune(-1), rune(-1)
	if pos > 0 {
		if r1 = rune(s[pos-1]); r1 >= utf8.RuneSelf {
			r1, _ = utf8.DecodeLastRuneInString(s[:pos])
		}
	}
	if pos < len(s) {
		if r2 = rune(s[pos]); r2 >= utf8.RuneSelf {
			r2, _ = utf8.DecodeRuneInString(s[pos:])
		}
	}
	return syntax.EmptyOpContext(r1, r2)
}

// find searches s from pos on; the result has the first ncap positions of the match, is nil if there is none.
// It is in room, if that is large enough.
func (re *Regexp) find(s string, pos, ncap int, room []int) []int {
	if re.cond == ^syntax.EmptyOp(0) || pos > len(s) {
		return nil
	}
	anchored := re.cond&syntax.EmptyBeginText != 0
	if anchored && pos != 0 {
		return nil
	}
	if re.complete && ncap <= 2 && !anchored && re.prefix != "" && re.cond == 0 {
		i := strings.Index(s[pos:], re.prefix)
		if i < 0 {
			return nil
		}
		found := [2]int{pos + i, pos + i + len(re.prefix)}
		return copyTo(room, found[:ncap])
	}
	if (len(s)-pos+1)*len(re.prog.Inst) <= maxVisited {
		return re.backtrack(s, pos, ncap, anchored, room)
	}
	return re.simulate(&text{s: s}, pos, ncap, anchored)
}

// copyTo copies the positions of a match to room or, if that is too small, to an array of their own.
func copyTo(room, match []int) []int {
	if len(match) == 0 {
		return []int{}
	}
	if cap(room) < len(match) {
		room = make([]int, len(match))
	}
	room = room[:len(match)]
	copy(room, match)
	return room
}

// skip is the next position from pos on where a match can begin, -1 if there is none.
func (re *Regexp) skip(s string, pos int) int {
	if re.prefix != "" {
		i := strings.Index(s[pos:], re.prefix)
		if i < 0 {
			return -1
		}
		return pos + i
	}
	if first := re.first; first != nil {
		for ; pos < len(s); pos++ {
			if first[s[pos]] {
				return pos
			}
		}
		return -1
	}
	return pos
}

// job is a state to go on from: an instruction and a position, or a capture to restore.
type job struct {
	pc  uint32
	alt bool // of an Alt its second way, of a Capture the restoring
	pos int
}

// backtracker is the memory of a search by backtracking. No state is tried twice, which keeps it linear.
type backtracker struct {
	visited []uint32
	jobs    []job
	cap     []int
	match   []int
}

var backtrackers = sync.Pool{New: func() any { return new(backtracker) }}

func (re *Regexp) backtrack(s string, pos, ncap int, anchored bool, room []int) []int {
	b := backtrackers.Get().(*backtracker)
	base := pos
	width := len(s) - base + 1
	n := (width*len(re.prog.Inst) + 31) / 32
	if cap(b.visited) < n {
		b.visited = make([]uint32, n, maxVisited/32)
	} else {
		b.visited = b.visited[:n]
		clear(b.visited)
	}
	// The whole match is needed to tell which is longest.
	size := max(ncap, 2)
	if cap(b.cap) < size {
		b.cap, b.match = make([]int, size), make([]int, size)
	}
	b.cap, b.match = b.cap[:size], b.match[:size]
	for i := range b.cap {
		b.cap[i] = -1
	}
	var result []int
	for {
		if !anchored {
			if pos = re.skip(s, pos); pos < 0 {
				break
			}
		}
		b.cap[0] = pos
		if re.try(b, s, base, pos, width) {
			result = copyTo(room, b.match[:ncap])
			break
		}
		if anchored || pos >= len(s) {
			break
		}
		_, n := utf8.DecodeRuneInString(s[pos:])
		pos += n
	}
	backtrackers.Put(b)
	return result
}

// try looks for a match that begins at pos.
func (re *Regexp) try(b *backtracker, s string, base, pos, width int) bool {
	insts := re.prog.Inst
	matched := false
	b.jobs = append(b.jobs[:0], job{uint32(re.prog.Start), false, pos})
	for len(b.jobs) > 0 {
		j := b.jobs[len(b.jobs)-1]
		b.jobs = b.jobs[:len(b.jobs)-1]
		pc, pos := j.pc, j.pos
		if j.alt {
			i := &insts[pc]
			if i.Op == syntax.InstCapture {
				b.cap[i.Arg] = pos
				continue
			}
			pc = i.Arg
		}
	run:
		for {
			bit := int(pc)*width + pos - base
			if b.visited[bit/32]>>(uint(bit)%32)&1 != 0 {
				break
			}
			b.visited[bit/32] |= 1 << (uint(bit) % 32)
			i := &insts[pc]
			switch i.Op {
			case syntax.InstAlt, syntax.InstAltMatch:
				b.jobs = append(b.jobs, job{pc, true, pos})
				pc = i.Out
			case syntax.InstRune1:
				if pos >= len(s) {
					break run
				}
				r, n := rune(s[pos]), 1
				if r >= utf8.RuneSelf {
					r, n = utf8.DecodeRuneInString(s[pos:])
				}
				if r != i.Rune[0] {
					break run
				}
				pos += n
				pc = i.Out
			case syntax.InstRune, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
				if pos >= len(s) {
					break run
				}
				r, n := rune(s[pos]), 1
				if r >= utf8.RuneSelf {
					r, n = utf8.DecodeRuneInString(s[pos:])
				}
				if !i.MatchRune(r) {
					break run
				}
				pos += n
				pc = i.Out
			case syntax.InstCapture:
				if int(i.Arg) < len(b.cap) {
					b.jobs = append(b.jobs, job{pc, true, b.cap[i.Arg]})
					b.cap[i.Arg] = pos
				}
				pc = i.Out
			case syntax.InstEmptyWidth:
				if syntax.EmptyOp(i.Arg)&^contextAt(s, pos) != 0 {
					break run
				}
				pc = i.Out
			case syntax.InstNop:
				pc = i.Out
			case syntax.InstMatch:
				if !matched || re.longest && pos > b.match[1] {
					b.cap[1] = pos
					copy(b.match, b.cap)
					matched = true
				}
				if !re.longest || pos == len(s) {
					return true
				}
				break run
			default:
				break run
			}
		}
	}
	return matched
}
