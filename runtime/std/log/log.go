// Package log writes lines with a time and a place, and ends programs that cannot go on.
package log

import (
	"io"
	"os"
	"runtime"
	"sync"
	"time"
)

// What stands at the head of a line. The order is always date, time, place.
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123; implies Ltime
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23; replaces Llongfile
	LUTC                          // the time in UTC instead of the local zone
	Lmsgprefix                    // the prefix stands before the message instead of at the head
	LstdFlags     = Ldate | Ltime // of the standard logger
)

// Logger writes lines to a Writer, one Write a line; several goroutines may use it.
type Logger struct {
	mu     sync.Mutex
	out    io.Writer
	prefix string
	flags  int
	buf    []byte
}

// New makes a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flags: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default is the standard logger, which the functions of the package use.
func Default() *Logger { return std }

// appendPadded appends n with leading zeros up to width digits.
func appendPadded(b []byte, n, width int) []byte {
	var digits [20]byte
	i := len(digits)
	for n > 0 || width > 0 {
		i--
		digits[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, digits[i:]...)
}

func shortName(file string) string {
	for i := len(file) - 1; i >= 0; i-- {
		if file[i] == '/' {
			return file[i+1:]
		}
	}
	return file
}

func appendHeader(b []byte, t time.Time, prefix string, flags int, file string, line int) []byte {
	if flags&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flags&(Ldate|Ltime|Lmicroseconds) != 0 {
		if flags&LUTC != 0 {
			t = t.UTC()
		}
		if flags&Ldate != 0 {
			year, month, day := t.Date()
			b = appendPadded(b, year, 4)
			b = append(b, '/')
			b = appendPadded(b, int(month), 2)
			b = append(b, '/')
			b = appendPadded(b, day, 2)
			b = append(b, ' ')
		}
		if flags&(Ltime|Lmicroseconds) != 0 {
			hour, min, sec := t.Clock()
			b = appendPadded(b, hour, 2)
			b = append(b, ':')
			b = appendPadded(b, min, 2)
			b = append(b, ':')
			b = appendPadded(b, sec, 2)
			if flags&Lmicroseconds != 0 {
				b = append(b, '.')
				b = appendPadded(b, t.Nanosecond()/1000, 6)
			}
			b = append(b, ' ')
		}
	}
	if flags&(Lshortfile|Llongfile) != 0 {
		if flags&Lshortfile != 0 {
			file = shortName(file)
		}
		b = append(b, file...)
		b = append(b, ':')
		b = appendPadded(b, line, 1)
		b = append(b, ": "...)
	}
	if flags&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

// output writes a line; depth is how many calls lie between it and the place that the line names.
func (l *Logger) output(depth int, s string) error {
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	file, line := "", 0
	if l.flags&(Lshortfile|Llongfile) != 0 {
		var ok bool
		if _, file, line, ok = runtime.Caller(depth + 1); !ok {
			file, line = "???", 0
		}
	}
	l.buf = appendHeader(l.buf[:0], now, l.prefix, l.flags, file, line)
	l.buf = append(l.buf, s...)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		l.buf = append(l.buf, '\n')
	}
	_, err := l.out.Write(l.buf)
	return err
}

// Output writes a line with the text s; calldepth is how many calls up the place lies that the line names, 1 for the
// caller of Output.
func (l *Logger) Output(calldepth int, s string) error { return l.output(calldepth, s) }

// SetOutput sets where lines go.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
}

// Writer is where lines go.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// Flags is what stands at the head of a line.
func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flags
}

// SetFlags sets what stands at the head of a line.
func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flags = flag
}

// Prefix is the text at the head of each line.
func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

// SetPrefix sets the text at the head of each line.
func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prefix = prefix
}
