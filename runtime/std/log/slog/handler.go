package slog

import (
	"bytes"
	"context"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// Handler does something with Records.
type Handler interface {
	// Enabled reports whether Records of that level are handled.
	Enabled(context.Context, Level) bool

	// Handle handles a Record.
	Handle(context.Context, Record) error

	// WithAttrs is a Handler that adds attributes to each Record.
	WithAttrs(attrs []Attr) Handler

	// WithGroup is a Handler whose later attributes are in a group.
	WithGroup(name string) Handler
}

// Keys of what all Records have.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// HandlerOptions are the options of the handlers here; the zero value is the default.
type HandlerOptions struct {
	// AddSource adds the place of the event.
	AddSource bool

	// Level is the least level, nil for LevelInfo.
	Level Leveler

	// ReplaceAttr is called for each attribute that is not a group, with the groups that it is in; an empty Attr leaves it
	// out.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// scope is attributes or a group that were given before the Record.
type scope struct {
	group string // with a name a group begins
	attrs []Attr
}

// commonHandler is what TextHandler and JSONHandler share.
type commonHandler struct {
	json   bool
	opts   HandlerOptions
	scopes []scope
	mu     *sync.Mutex
	w      io.Writer
}

func newCommon(json bool, w io.Writer, opts *HandlerOptions) *commonHandler {
	h := &commonHandler{json: json, w: w, mu: new(sync.Mutex)}
	if opts != nil {
		h.opts = *opts
	}
	return h
}

func (h *commonHandler) enabled(l Level) bool {
	least := LevelInfo
	if h.opts.Level != nil {
		least = h.opts.Level.Level()
	}
	return l >= least
}

func (h *commonHandler) with(s scope) *commonHandler {
	c := *h
	c.scopes = append(slices.Clip(h.scopes), s)
	return &c
}

// writer is a line that is being written.
type writer struct {
	h      *commonHandler
	b      []byte
	sep    bool // something stands before
	prefix string
	groups []string
}

func (w *writer) separate() {
	if w.sep {
		if w.h.json {
			w.b = append(w.b, ',')
		} else {
			w.b = append(w.b, ' ')
		}
	}
	w.sep = true
}

func (w *writer) key(key string) {
	w.separate()
	if w.h.json {
		w.b = appendJSON(w.b, key)
		w.b = append(w.b, ':')
		return
	}
	w.b = appendText(w.b, w.prefix+key)
	w.b = append(w.b, '=')
}

func (w *writer) openGroup(name string) {
	if w.h.json {
		w.key(name)
		w.b = append(w.b, '{')
		w.sep = false
	} else {
		w.prefix += name + "."
	}
	w.groups = append(w.groups, name)
}

func (w *writer) closeGroup(name string) {
	if w.h.json {
		w.b = append(w.b, '}')
		w.sep = true
	} else {
		w.prefix = w.prefix[:len(w.prefix)-len(name)-1]
	}
	w.groups = w.groups[:len(w.groups)-1]
}

// attr writes an attribute and reports whether there was anything to write.
func (w *writer) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if f := w.h.opts.ReplaceAttr; f != nil && a.Value.kind != KindGroup {
		a = f(slices.Clip(w.groups), a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if s, ok := a.Value.any.(*Source); ok && a.Value.kind == KindAny {
		if w.h.json {
			a.Value = s.group()
		} else {
			a.Value = StringValue(fmt.Sprintf("%s:%d", s.File, s.Line))
		}
	}
	if a.Value.kind != KindGroup {
		w.key(a.Key)
		w.value(a.Value)
		return true
	}
	attrs := a.Value.Group()
	if len(attrs) == 0 {
		return false
	}
	// A group of which nothing is left is left out; one without a name is no group.
	b, sep := w.b, w.sep
	if a.Key != "" {
		w.openGroup(a.Key)
	}
	any := false
	for _, x := range attrs {
		if w.attr(x) {
			any = true
		}
	}
	if a.Key != "" {
		w.closeGroup(a.Key)
	}
	if !any {
		w.b, w.sep = b, sep
	}
	return any
}

func (w *writer) value(v Value) {
	defer func() {
		if r := recover(); r != nil {
			w.string(fmt.Sprintf("!PANIC: %v", r))
		}
	}()
	if w.h.json {
		w.jsonValue(v)
		return
	}
	switch v.kind {
	case KindString:
		w.string(v.str)
	case KindTime:
		w.time(v.Time())
	case KindAny:
		switch x := v.any.(type) {
		case encoding.TextMarshaler:
			text, err := x.MarshalText()
			if err != nil {
				w.string("!ERROR:" + err.Error())
				return
			}
			w.string(string(text))
		case []byte:
			w.b = strconv.AppendQuote(w.b, string(x))
		default:
			w.string(fmt.Sprintf("%+v", v.any))
		}
	default:
		w.b = v.append(w.b)
	}
}

func (w *writer) jsonValue(v Value) {
	switch v.kind {
	case KindString:
		w.string(v.str)
	case KindInt64, KindUint64, KindBool:
		w.b = v.append(w.b)
	case KindDuration:
		w.b = strconv.AppendInt(w.b, int64(v.num), 10)
	case KindFloat64:
		w.marshal(v.Float64())
	case KindTime:
		w.time(v.Time())
	default:
		_, isJSON := v.any.(json.Marshaler)
		if err, ok := v.any.(error); ok && !isJSON {
			w.string(err.Error())
			return
		}
		w.marshal(v.any)
	}
}

func (w *writer) marshal(x any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		w.string("!ERROR:" + err.Error())
		return
	}
	w.b = append(w.b, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

func (w *writer) string(s string) {
	if w.h.json {
		w.b = appendJSON(w.b, s)
	} else {
		w.b = appendText(w.b, s)
	}
}

func (w *writer) time(t time.Time) {
	if !w.h.json {
		w.b = t.AppendFormat(w.b, "2006-01-02T15:04:05.000Z07:00")
		return
	}
	if y := t.Year(); y < 0 || y >= 10000 {
		w.string("!ERROR:" + errors.New("Time.MarshalJSON: year outside of range [0,9999]").Error())
		return
	}
	w.b = append(w.b, '"')
	w.b = t.AppendFormat(w.b, time.RFC3339Nano)
	w.b = append(w.b, '"')
}

func appendJSON(b []byte, s string) []byte {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.Encode(s)
	return append(b, bytes.TrimSuffix(buf.Bytes(), []byte("\n"))...)
}

// appendText appends s, quoted if it would be read wrongly otherwise.
func appendText(b []byte, s string) []byte {
	quote := s == ""
	for i := 0; i < len(s) && !quote; {
		r, n := utf8.DecodeRuneInString(s[i:])
		quote = r == utf8.RuneError && n == 1 || r == '"' || r == '=' || unicode.IsSpace(r) || !unicode.IsPrint(r)
		i += n
	}
	if quote {
		return strconv.AppendQuote(b, s)
	}
	return append(b, s...)
}

func (h *commonHandler) handle(r Record) error {
	w := &writer{h: h}
	if h.json {
		w.b = append(w.b, '{')
	}
	replace := h.opts.ReplaceAttr != nil
	if !r.Time.IsZero() {
		w.attr(Time(TimeKey, r.Time))
	}
	if replace {
		w.attr(Any(LevelKey, r.Level))
	} else {
		w.key(LevelKey)
		w.string(r.Level.String())
	}
	if h.opts.AddSource {
		src := r.Source()
		if src == nil {
			src = &Source{}
		}
		w.attr(Any(SourceKey, src))
	}
	if replace {
		w.attr(String(MessageKey, r.Message))
	} else {
		w.key(MessageKey)
		w.string(r.Message)
	}
	// Groups at the end without attributes are left out.
	scopes := h.scopes
	if r.NumAttrs() == 0 {
		for len(scopes) > 0 && scopes[len(scopes)-1].group != "" {
			scopes = scopes[:len(scopes)-1]
		}
	}
	w.scopes(scopes, r)
	if h.json {
		w.b = append(w.b, '}')
	}
	w.b = append(w.b, '\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := h.w.Write(w.b)
	return err
}

// scopes writes what was given before, then the Record's attributes; it reports whether there was anything.
func (w *writer) scopes(scopes []scope, r Record) bool {
	any := false
	for i, s := range scopes {
		if s.group != "" {
			b, sep := w.b, w.sep
			w.openGroup(s.group)
			inside := w.scopes(scopes[i+1:], r)
			w.closeGroup(s.group)
			if !inside {
				w.b, w.sep = b, sep
			}
			return any || inside
		}
		for _, a := range s.attrs {
			if w.attr(a) {
				any = true
			}
		}
	}
	for _, a := range r.attrs {
		if w.attr(a) {
			any = true
		}
	}
	return any
}

// TextHandler writes Records as key=value pairs.
type TextHandler struct{ *commonHandler }

// NewTextHandler makes a TextHandler; nil stands for the default options.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(false, w, opts)}
}

// Enabled reports whether Records of that level are written.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs is a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler {
	return &TextHandler{h.with(scope{attrs: attrs})}
}

// WithGroup is a handler whose later attributes are in a group.
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.with(scope{group: name})} }

// Handle writes a Record in a line.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// JSONHandler writes Records as JSON objects.
type JSONHandler struct{ *commonHandler }

// NewJSONHandler makes a JSONHandler; nil stands for the default options.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(true, w, opts)}
}

// Enabled reports whether Records of that level are written.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs is a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler {
	return &JSONHandler{h.with(scope{attrs: attrs})}
}

// WithGroup is a handler whose later attributes are in a group.
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.with(scope{group: name})} }

// Handle writes a Record in a line.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// defaultHandler writes with package log.
type defaultHandler struct {
	scopes []scope
	output func(depth int, s string) error
}

func (*defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= logLoggerLevel.Level() }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	w := &writer{h: &commonHandler{}, sep: true}
	w.b = append(append(append(w.b, r.Level.String()...), ' '), r.Message...)
	w.scopes(h.scopes, r)
	return h.output(4, string(w.b))
}

func (h *defaultHandler) WithAttrs(as []Attr) Handler {
	return &defaultHandler{append(slices.Clip(h.scopes), scope{attrs: as}), h.output}
}

func (h *defaultHandler) WithGroup(name string) Handler {
	return &defaultHandler{append(slices.Clip(h.scopes), scope{group: name}), h.output}
}

// DiscardHandler drops all Records.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (d discardHandler) WithAttrs([]Attr) Handler           { return d }
func (d discardHandler) WithGroup(string) Handler           { return d }

// MultiHandler gives Records to several handlers.
type MultiHandler struct{ handlers []Handler }

// NewMultiHandler makes a MultiHandler.
func NewMultiHandler(handlers ...Handler) *MultiHandler { return &MultiHandler{slices.Clone(handlers)} }

// Enabled reports whether any of the handlers is enabled.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.handlers, func(x Handler) bool { return x.Enabled(ctx, l) })
}

// Handle gives the Record to all handlers that are enabled.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, x := range h.handlers {
		if x.Enabled(ctx, r.Level) {
			errs = append(errs, x.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(errs...)
}

// WithAttrs adds attributes in all handlers.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	c := &MultiHandler{}
	for _, x := range h.handlers {
		c.handlers = append(c.handlers, x.WithAttrs(attrs))
	}
	return c
}

// WithGroup begins a group in all handlers.
func (h *MultiHandler) WithGroup(name string) Handler {
	c := &MultiHandler{}
	for _, x := range h.handlers {
		c.handlers = append(c.handlers, x.WithGroup(name))
	}
	return c
}
