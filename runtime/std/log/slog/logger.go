// Package slog logs events with attributes, for people and for programs.
package slog

import (
	"context"
	"log"
	"runtime"
	"slices"
	"sync/atomic"
	"time"
)

// Record is an event.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr // of the place, 0 if it is not known
	attrs   []Attr
}

// NewRecord makes a Record.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone is a copy that shares nothing with r.
func (r Record) Clone() Record {
	r.attrs = slices.Clone(r.attrs)
	return r
}

// NumAttrs is the number of attributes.
func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f for the attributes until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes; empty groups are left out.
func (r *Record) AddAttrs(attrs ...Attr) {
	r.attrs = slices.Clip(r.attrs)
	for _, a := range attrs {
		if a.Value.kind != KindGroup || len(a.Value.Group()) > 0 {
			r.attrs = append(r.attrs, a)
		}
	}
}

// Add adds attributes; the arguments are as for Logger.Log.
func (r *Record) Add(args ...any) { r.AddAttrs(attrsOf(args)...) }

// Source is a place in the program's text.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// group is the place as attributes.
func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}

// Source is the place of the event, nil if it is not known.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{f.Function, f.File, f.Line}
}

// Logger makes Records of its methods' arguments and gives them to a Handler.
type Logger struct{ handler Handler }

// New makes a Logger.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

var (
	defaultLogger  atomic.Pointer[Logger]
	logLoggerLevel LevelVar
)

func init() { defaultLogger.Store(New(&defaultHandler{output: log.Output})) }

// Default is the logger that the functions of the package use.
func Default() *Logger { return defaultLogger.Load() }

// SetDefault sets the default logger; what package log writes goes to its handler from then on.
func SetDefault(l *Logger) {
	defaultLogger.Store(l)
	if _, ok := l.Handler().(*defaultHandler); !ok {
		log.SetOutput(&handlerWriter{l.Handler(), &logLoggerLevel, log.Flags()&(log.Lshortfile|log.Llongfile) != 0})
		log.SetFlags(0)
	}
}

// SetLogLoggerLevel sets the level of the bridge to package log and returns the one before: before SetDefault the least
// level that is logged, after it the level of what package log writes.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLoggerLevel.Level()
	logLoggerLevel.Set(level)
	return oldLevel
}

// handlerWriter gives lines of package log to a Handler.
type handlerWriter struct {
	h         Handler
	level     Leveler
	capturePC bool
}

func (w *handlerWriter) Write(buf []byte) (int, error) {
	level := w.level.Level()
	if !w.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	n := len(buf)
	if n > 0 && buf[n-1] == '\n' {
		buf = buf[:n-1]
	}
	var pc uintptr
	if w.capturePC {
		pc = caller(4)
	}
	return n, w.h.Handle(context.Background(), NewRecord(time.Now(), level, string(buf), pc))
}

// NewLogLogger is a logger of package log that gives its lines to a Handler.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level, true}, "", 0)
}

// caller is the place skip calls above the caller.
func caller(skip int) uintptr {
	var pcs [1]uintptr
	runtime.Callers(skip+2, pcs[:])
	return pcs[0]
}

// Handler is the logger's handler.
func (l *Logger) Handler() Handler { return l.handler }

// With is a logger that adds attributes to each record; the arguments are as for Log.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrsOf(args))}
}

// WithGroup is a logger whose later attributes are in a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Enabled reports whether events of that level are logged.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log is what the other methods do; they are called by the place that is logged.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	r := NewRecord(time.Now(), level, msg, caller(2))
	r.Add(args...)
	l.handler.Handle(ctx, r)
}

func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	r := NewRecord(time.Now(), level, msg, caller(2))
	r.AddAttrs(attrs...)
	l.handler.Handle(ctx, r)
}

// Log logs an event. The arguments are keys with their values, or Attrs.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

// LogAttrs is Log for Attrs only.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs)
}

// Log logs an event with the default logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args)
}

// LogAttrs logs an event with the default logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs)
}

// With is Logger.With of the default logger.
func With(args ...any) *Logger { return Default().With(args...) }

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, args) }

// DebugContext logs at LevelDebug with a context.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

// Debug logs at LevelDebug with the default logger.
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, args) }

// DebugContext logs at LevelDebug with the default logger and a context.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.log(nil, LevelInfo, msg, args) }

// InfoContext logs at LevelInfo with a context.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

// Info logs at LevelInfo with the default logger.
func Info(msg string, args ...any) { Default().log(nil, LevelInfo, msg, args) }

// InfoContext logs at LevelInfo with the default logger and a context.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.log(nil, LevelWarn, msg, args) }

// WarnContext logs at LevelWarn with a context.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

// Warn logs at LevelWarn with the default logger.
func Warn(msg string, args ...any) { Default().log(nil, LevelWarn, msg, args) }

// WarnContext logs at LevelWarn with the default logger and a context.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, args) }

// ErrorContext logs at LevelError with a context.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

// Error logs at LevelError with the default logger.
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, args) }

// ErrorContext logs at LevelError with the default logger and a context.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args)
}
