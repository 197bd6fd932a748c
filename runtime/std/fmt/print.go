// Package fmt prints and scans values by formats in the manner of C's printf, and by default formats.
package fmt

import (
	"internal/rtype"
	"io"
	"os"
	"strconv"
	"sync"
	"unicode/utf8"
)

// State is what a Formatter is given: the output and the flags of the verb.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter formats itself for any verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer has a text of its own.
type Stringer interface {
	String() string
}

// GoStringer has Go syntax of its own, for %#v.
type GoStringer interface {
	GoString() string
}

// printer collects the output of one call.
type printer struct {
	flags
	buf     []byte
	wrapped []int // arguments of %w

	reordered bool // the format has argument indexes
	goodIndex bool // the last one was right
	panicking bool // inside the report of a panic
	erroring  bool // inside the report of a bad verb: no methods
	wrapErrs  bool // for Errorf
}

var printers = sync.Pool{New: func() any { return new(printer) }}

// newPrinter takes a printer for one call. It never holds what it prints: that is in no memory that outlives the call.
func newPrinter() *printer { return printers.Get().(*printer) }

func (p *printer) free() {
	if cap(p.buf) <= 64<<10 {
		*p = printer{buf: p.buf[:0], wrapped: p.wrapped[:0]}
		printers.Put(p)
	}
}

// state is the State of a Formatter: a printer's flags and output while the method runs, which may keep its argument.
type state struct {
	flags
	buf []byte
}

var states = sync.Pool{New: func() any { return new(state) }}

// Width is the verb's width.
func (s *state) Width() (wid int, ok bool) { return s.wid, s.widSet }

// Precision is the verb's precision.
func (s *state) Precision() (prec int, ok bool) { return s.prec, s.precSet }

// Flag reports whether the verb has a flag.
func (s *state) Flag(c int) bool {
	switch c {
	case '-':
		return s.minus
	case '+':
		return s.plus || s.plusV
	case '#':
		return s.sharp || s.sharpV
	case ' ':
		return s.space
	case '0':
		return s.zero && !s.minus
	}
	return false
}

// Write appends to the output.
func (s *state) Write(b []byte) (n int, err error) {
	s.buf = append(s.buf, b...)
	return len(b), nil
}

// WriteString appends to the output.
func (s *state) WriteString(text string) (n int, err error) {
	s.buf = append(s.buf, text...)
	return len(text), nil
}

// FormatString is the directive that a Formatter was called for.
func FormatString(state State, verb rune) string {
	b := append([]byte(nil), '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if w, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(w), 10)
	}
	return string(utf8.AppendRune(b, verb))
}

// Fprintf writes the formatted arguments to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Printf writes to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf returns the formatted arguments.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf appends the formatted arguments to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint writes the arguments to w, with spaces between two that are not strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Print writes to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint returns what Print writes.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append appends what Print writes to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln writes the arguments to w, with spaces between them and a line feed at the end.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Println writes to standard output.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln returns what Println writes.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln appends what Println writes to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func (p *printer) print(a []any) {
	wasString := true
	for i, arg := range a {
		isString := arg != nil && rtype.TypeOf(arg).Kind == rtype.String
		if i > 0 && !isString && !wasString {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
	}
	p.buf = append(p.buf, '\n')
}

// badVerb reports a verb that does not fit its argument.
func (p *printer) badVerb(arg any, v rtype.Value, verb rune) {
	p.erroring = true
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, '(')
	switch {
	case arg != nil:
		p.buf = append(p.buf, rtype.TypeOf(arg).Str...)
		p.buf = append(p.buf, '=')
		p.printArg(arg, 'v')
	case v.IsValid():
		p.buf = append(p.buf, v.Typ.Str...)
		p.buf = append(p.buf, '=')
		p.printValue(nil, v, 'v', 0)
	default:
		p.buf = append(p.buf, "<nil>"...)
	}
	p.buf = append(p.buf, ')')
	p.erroring = false
}

// catchPanic turns a panic of a method into output.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := rtype.ValueOf(arg); v.Kind() == rtype.Pointer && v.IsNil() {
		p.buf = append(p.buf, "<nil>"...)
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.flags
	p.flags = flags{}
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, "(PANIC="...)
	p.buf = append(p.buf, method...)
	p.buf = append(p.buf, " method: "...)
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.flags = old
}

// callMethods prints arg by its own methods, if it has one for the verb.
func (p *printer) callMethods(arg any, verb rune) bool {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.wrapErrs {
			p.badVerb(arg, rtype.Value{}, verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		p.callFormatter(arg, f, verb)
		return true
	}
	if p.sharpV {
		if s, ok := arg.(GoStringer); ok {
			p.callGoStringer(arg, s, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := arg.(type) {
		case error:
			p.callError(arg, v, verb)
			return true
		case Stringer:
			p.callStringer(arg, v, verb)
			return true
		}
	}
	return false
}

func (p *printer) callFormatter(arg any, f Formatter, verb rune) {
	s := states.Get().(*state)
	s.flags, s.buf = p.flags, p.buf
	defer p.catchPanic(arg, verb, "Format")
	defer p.takeBack(s)
	f.Format(s, verb)
}

// takeBack ends the use of a state.
func (p *printer) takeBack(s *state) {
	p.buf = s.buf
	*s = state{}
	states.Put(s)
}

func (p *printer) callGoStringer(arg any, s GoStringer, verb rune) {
	defer p.catchPanic(arg, verb, "GoString")
	p.padString(p.truncated(s.GoString()))
}

func (p *printer) callError(arg any, e error, verb rune) {
	defer p.catchPanic(arg, verb, "Error")
	p.formatString(e.Error(), verb)
}

func (p *printer) callStringer(arg any, s Stringer, verb rune) {
	defer p.catchPanic(arg, verb, "String")
	p.formatString(s.String(), verb)
}

// printArg prints an argument.
func (p *printer) printArg(arg any, verb rune) {
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padString("<nil>")
		} else {
			p.badVerb(arg, rtype.Value{}, verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.padString(p.truncated(rtype.TypeOf(arg).Str))
		return
	case 'p':
		if v := rtype.ValueOf(arg); !p.formatPointer(v, 'p') {
			p.badVerb(arg, v, 'p')
		}
		return
	}
	if v, ok := rtype.Reflected(arg); ok {
		p.printReflected(arg, v, verb)
		return
	}
	fits := true
	switch f := arg.(type) {
	case bool:
		fits = p.formatBool(f, verb)
	case string:
		fits = p.formatString(f, verb)
	case int:
		fits = p.formatInteger(uint64(f), true, verb)
	case error, Stringer, Formatter, GoStringer:
		if !p.callMethods(arg, verb) {
			p.printValue(arg, rtype.ValueOf(arg), verb, 0)
		}
	case []byte:
		if !p.formatBytes(f, verb, "[]byte") {
			p.printValue(arg, rtype.ValueOf(arg), verb, 0)
		}
	default:
		if verb == 'w' {
			fits = false
		} else {
			p.printValue(arg, rtype.ValueOf(arg), verb, 0)
		}
	}
	if !fits {
		p.badVerb(arg, rtype.Value{}, verb)
	}
}

// printReflected prints the value that arg, a reflect.Value, holds.
func (p *printer) printReflected(arg any, v rtype.Value, verb rune) {
	if v.IsValid() && v.CanInterface() {
		arg = v.Borrowed()
		if p.callMethods(arg, verb) {
			return
		}
	}
	p.printValue(arg, v, verb, 0)
}
