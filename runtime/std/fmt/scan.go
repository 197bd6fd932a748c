package fmt

import (
	"errors"
	"io"
	"os"
	"unicode/utf8"
)

// ScanState is what a Scanner is given.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner scans itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values separated by spaces or line feeds from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln reads values of one line from standard input.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values by a format from standard input.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

type stringReader string

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, *r)
	*r = (*r)[n:]
	if n == 0 {
		err = io.EOF
	}
	return
}

// Sscan is Scan of a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*stringReader)(&str), a...) }

// Sscanln is Scanln of a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*stringReader)(&str), a...) }

// Sscanf is Scanf of a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*stringReader)(&str), format, a...)
}

// Fscan is Scan of a reader.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, true, false)
	n, err = s.scanAll(a)
	s.finish()
	return
}

// Fscanln is Scanln of a reader.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, false, true)
	n, err = s.scanAll(a)
	s.finish()
	return
}

// Fscanf is Scanf of a reader.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScanner(r, false, false)
	n, err = s.scanFormat(format, a)
	s.finish()
	return
}

const (
	eof   = -1
	noMax = 1 << 30
)

// scanError carries an error up to the entry function.
type scanError struct{ err error }

// runes reads runes from a reader byte by byte, so that nothing is read too much.
type runes struct {
	r       io.Reader
	buf     [utf8.UTFMax]byte
	pending [utf8.UTFMax]byte
	n       int // pending bytes
	peek    rune
	peeked  bool
}

func (r *runes) readByte() (byte, error) {
	if r.n > 0 {
		b := r.pending[0]
		copy(r.pending[:], r.pending[1:])
		r.n--
		return b, nil
	}
	n, err := io.ReadFull(r.r, r.buf[:1])
	if n != 1 {
		return 0, err
	}
	return r.buf[0], nil
}

// ReadRune reads a rune.
func (r *runes) ReadRune() (ch rune, size int, err error) {
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if b < utf8.RuneSelf {
		return rune(b), 1, nil
	}
	var text [utf8.UTFMax]byte
	text[0] = b
	n := 1
	for !utf8.FullRune(text[:n]) {
		text[n], err = r.readByte()
		if err != nil {
			break
		}
		n++
	}
	ch, size = utf8.DecodeRune(text[:n])
	// What does not belong to the rune waits.
	copy(r.pending[:], text[size:n])
	r.n = n - size
	return ch, size, nil
}

// scanner is the state of one call.
type scanner struct {
	rs        io.RuneReader
	us        io.RuneScanner // the same, if it can unread
	own       *runes
	last      rune
	lastSize  int
	unread    bool
	buf       []byte
	count     int
	atEOF     bool
	nlIsSpace bool
	nlIsEnd   bool
	limit     int // of runes of the argument, absolute
	maxWid    int
}

func newScanner(r io.Reader, nlIsSpace, nlIsEnd bool) *scanner {
	s := &scanner{nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd, limit: noMax, maxWid: noMax}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
		s.us = rs
	} else {
		s.own = &runes{r: r}
		s.rs = s.own
	}
	return s
}

// finish gives back a rune that was read too much, if the reader takes it.
func (s *scanner) finish() {
	if s.unread && s.us != nil {
		s.us.UnreadRune()
	}
}

// ReadRune reads a rune up to the width of the verb.
func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	if s.unread {
		s.unread = false
		s.count++
		return s.last, s.lastSize, nil
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		s.last, s.lastSize = r, size
	} else if err == io.EOF {
		s.atEOF = true
	}
	return
}

func (s *scanner) getRune() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		s.fail(err)
	}
	return r
}

func (s *scanner) mustReadRune() rune {
	r := s.getRune()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// UnreadRune takes the last rune back.
func (s *scanner) UnreadRune() error {
	s.unread = true
	s.atEOF = false
	s.count--
	return nil
}

// Read is there for the interface only.
func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// Width is the verb's width.
func (s *scanner) Width() (wid int, ok bool) {
	if s.maxWid == noMax {
		return 0, false
	}
	return s.maxWid, true
}

// Token reads runes that satisfy f, those that are not spaces if f is nil.
func (s *scanner) Token(skipSpace bool, f func(rune) bool) (tok []byte, err error) {
	defer func() {
		if e := recover(); e != nil {
			if se, ok := e.(scanError); ok {
				err = se.err
			} else {
				panic(e)
			}
		}
	}()
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.token(f)
	return s.buf, nil
}

func (s *scanner) token(f func(rune) bool) {
	for {
		r := s.getRune()
		if r == eof {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *scanner) fail(err error) { panic(scanError{err}) }

func (s *scanner) failText(text string) { panic(scanError{errors.New(text)}) }

func (s *scanner) peek(ok string) bool {
	r := s.getRune()
	if r != eof {
		s.UnreadRune()
	}
	return indexRune(ok, r) >= 0
}

func indexRune(s string, r rune) int {
	for i, c := range s {
		if c == r {
			return i
		}
	}
	return -1
}

// SkipSpace skips spaces, and line feeds where these are spaces.
func (s *scanner) SkipSpace() {
	for {
		r := s.getRune()
		if r == eof {
			return
		}
		if r == '\r' && s.peek("\n") {
			continue
		}
		if r == '\n' {
			if s.nlIsSpace {
				continue
			}
			s.failText("unexpected newline")
		}
		if !isSpace(r) {
			s.UnreadRune()
			return
		}
	}
}

// caught turns a scanError into the error of the call.
func (s *scanner) caught(errp *error) {
	if e := recover(); e != nil {
		if se, ok := e.(scanError); ok {
			*errp = se.err
		} else {
			panic(e)
		}
	}
}

func (s *scanner) scanAll(a []any) (n int, err error) {
	defer s.caught(&err)
	for _, v := range a {
		s.scanOne('v', v)
		n++
	}
	if s.nlIsEnd {
		for {
			r := s.getRune()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				s.failText("expected newline")
			}
		}
	}
	return
}

// advance matches the format's text up to the next verb: how many bytes of it, -1 if the input does not fit.
func (s *scanner) advance(format string) (i int) {
	for i < len(format) {
		c, w := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			// A run of spaces with line feeds stands for the same number of line feeds and any spaces.
			lines := 0
			trailing := false
			for isSpace(c) && i < len(format) {
				if c == '\n' {
					lines++
					trailing = false
				} else {
					trailing = true
				}
				i += w
				c, w = utf8.DecodeRuneInString(format[i:])
			}
			for j := 0; j < lines; j++ {
				in := s.getRune()
				for isSpace(in) && in != '\n' {
					in = s.getRune()
				}
				if in != '\n' && in != eof {
					s.failText("newline in format does not match input")
				}
			}
			if trailing {
				in := s.getRune()
				if lines == 0 {
					if !isSpace(in) && in != eof {
						s.failText("expected space in input to match format")
					}
					if in == '\n' {
						s.failText("newline in input does not match format")
					}
				}
				for isSpace(in) && in != '\n' {
					in = s.getRune()
				}
				if in != eof {
					s.UnreadRune()
				}
			}
			continue
		}
		if c == '%' {
			if i+w == len(format) {
				s.failText("missing verb: % at end of format string")
			}
			next, _ := utf8.DecodeRuneInString(format[i+w:])
			if next != '%' {
				return
			}
			i += w
		}
		in := s.mustReadRune()
		if c != in {
			s.UnreadRune()
			return -1
		}
		i += w
	}
	return
}

func (s *scanner) scanFormat(format string, a []any) (n int, err error) {
	defer s.caught(&err)
	end := len(format) - 1
	for i := 0; i <= end; {
		w := s.advance(format[i:])
		if w > 0 {
			i += w
			continue
		}
		if format[i] != '%' {
			if w < 0 {
				s.failText("input does not match format")
			}
			break
		}
		i++
		wid, ok, next := number(format, i, end+1)
		i = next
		s.maxWid = noMax
		if ok {
			s.maxWid = wid
		}
		c, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if c != 'c' {
			s.SkipSpace()
		}
		if c == '%' {
			s.percent()
			continue
		}
		s.limit = noMax
		if ok {
			s.limit = s.count + wid
		}
		if n >= len(a) {
			s.failText("too few operands for format '%" + format[i-size:] + "'")
			break
		}
		s.scanOne(c, a[n])
		n++
		s.limit = noMax
	}
	if n < len(a) {
		s.failText("too many operands")
	}
	return
}

func (s *scanner) percent() {
	s.SkipSpace()
	s.notEOF()
	if !s.accept("%") {
		s.failText("missing literal %")
	}
}
