package json

import (
	"bytes"
	"io"
)

// A Decoder reads JSON values from a stream.
type Decoder struct {
	r         io.Reader
	buf       []byte
	at        int   // what was consumed of buf
	base      int64 // where buf begins in the stream
	err       error // of the reader, or for good
	useNumber bool
	strict    bool
	// Of Token: what is open around the next token.
	open []frame
}

// frame is an object or array that Token is in.
type frame struct {
	delim byte
	// count of keys and values so far
	n int
}

// NewDecoder reads from r, perhaps more than is decoded.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers in interfaces Numbers.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes keys without a field errors.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// Buffered is what was read but not decoded.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// InputOffset is the place in the stream behind the last value or token.
func (dec *Decoder) InputOffset() int64 { return dec.base + int64(dec.at) }

// fill reads more; false at the end.
func (dec *Decoder) fill() bool {
	if dec.err != nil {
		return false
	}
	if dec.at > 0 {
		dec.base += int64(dec.at)
		dec.buf = dec.buf[:copy(dec.buf, dec.buf[dec.at:])]
		dec.at = 0
	}
	if cap(dec.buf)-len(dec.buf) < 512 {
		dec.buf = append(make([]byte, 0, 2*cap(dec.buf)+512), dec.buf...)
	}
	n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
	dec.buf = dec.buf[:len(dec.buf)+n]
	if err != nil {
		dec.err = err
	}
	return n > 0 || err == nil
}

// peek is the index of the next byte that is no space, from index i of buf on.
func (dec *Decoder) peek(skip int) (int, error) {
	for {
		if i := skipSpace(dec.buf, dec.at+skip); i < len(dec.buf) {
			return i, nil
		}
		if !dec.fill() {
			return len(dec.buf), dec.err
		}
	}
}

// next reads the whole value behind the separators: its text.
func (dec *Decoder) next() (text []byte, start int, err error) {
	start, err = dec.peek(0)
	if err != nil {
		return nil, 0, err
	}
	for {
		end, bad := scanValue(dec.buf, start, len(dec.open))
		// A number at the end of the buffer may go on.
		more := bad != nil && isEnd(bad) || bad == nil && end == len(dec.buf) && dec.buf[end-1] != '}' && dec.buf[end-1] != ']' && dec.buf[end-1] != '"'
		if !more && bad == nil || more && bad == nil && dec.err != nil {
			return dec.buf[start:end], start, nil
		}
		if more {
			skip := start - dec.at
			if dec.fill() {
				start = dec.at + skip
				continue
			}
			if dec.err == io.EOF {
				if bad == nil {
					start = dec.at + skip
					continue
				}
				return nil, 0, io.ErrUnexpectedEOF
			}
			return nil, 0, dec.err
		}
		bad.Offset += dec.base
		dec.err = bad
		return nil, 0, bad
	}
}

// Decode stores the next value to what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil && dec.err != io.EOF {
		return dec.err
	}
	if _, err := dec.separator(); err != nil {
		return unexpected(err)
	}
	text, start, err := dec.next()
	if err != nil {
		return err
	}
	d := decoder{data: text, base: dec.base + int64(start), useNumber: dec.useNumber, strict: dec.strict}
	err = d.decode(v)
	dec.at = start + len(text)
	dec.count()
	return err
}

func (dec *Decoder) count() {
	if n := len(dec.open); n > 0 {
		dec.open[n-1].n++
	}
}

// separator consumes the comma or colon before the next token of an open object or array; comma is its place if it
// was a comma, else -1.
func (dec *Decoder) separator() (comma int, err error) {
	n := len(dec.open)
	if n == 0 || dec.open[n-1].n == 0 {
		return -1, nil
	}
	f := &dec.open[n-1]
	i, err := dec.peek(0)
	if err != nil {
		return -1, err
	}
	want, context := byte(','), "after array element"
	if f.delim == '{' {
		context = "after object key:value pair"
		if f.n%2 == 1 {
			want, context = ':', "after object key"
		}
	}
	if dec.buf[i] == want {
		dec.at = i + 1
		if want == ':' {
			i = -1
		}
		return i, nil
	}
	if want == ',' && dec.buf[i] == f.delim+2 {
		return -1, nil
	}
	return -1, dec.bad(i, context)
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (dec *Decoder) bad(i int, context string) error {
	err := badChar(dec.buf, i, context)
	err.Offset += dec.base
	return err
}

// A Token is a Delim, bool, float64, Number, string, or nil for null.
type Token any

// A Delim is [ ] { or }.
type Delim rune

// String is the character.
func (d Delim) String() string { return string(d) }

// Token is the next token; io.EOF at the end. Commas and colons are left out.
func (dec *Decoder) Token() (Token, error) {
	if _, err := dec.peek(0); err != nil {
		return nil, err
	}
	comma, err := dec.separator()
	if err != nil {
		return nil, err
	}
	skip := comma - dec.at
	i, err := dec.peek(0)
	if err != nil {
		return nil, unexpected(err)
	}
	c := dec.buf[i]
	n := len(dec.open)
	inObject := n > 0 && dec.open[n-1].delim == '{'
	wantKey := inObject && dec.open[n-1].n%2 == 0
	switch {
	case c == '}' || c == ']':
		if n == 0 || dec.open[n-1].delim+2 != c || inObject && !wantKey {
			return nil, dec.bad(i, "looking for beginning of value")
		}
		if comma >= 0 {
			return nil, dec.bad(dec.at+skip, "looking for beginning of value")
		}
		dec.at = i + 1
		dec.open = dec.open[:n-1]
		dec.count()
		return Delim(c), nil
	case wantKey && c != '"':
		if c == '{' || c == '[' || c == '-' || '0' <= c && c <= '9' || c == 't' || c == 'f' || c == 'n' {
			return nil, &SyntaxError{"object member name must be a string", dec.base + int64(i)}
		}
		return nil, dec.bad(i, "looking for beginning of value")
	case c == '{' || c == '[':
		dec.at = i + 1
		dec.open = append(dec.open, frame{delim: c})
		return Delim(c), nil
	}
	var v any
	text, start, err := dec.next()
	if err != nil {
		return nil, err
	}
	d := decoder{data: text, base: dec.base + int64(start), useNumber: dec.useNumber}
	err = d.decode(&v)
	dec.at = start + len(text)
	dec.count()
	return v, err
}

// More reports whether the open object or array, or the stream, has another element.
func (dec *Decoder) More() bool {
	i, err := dec.peek(0)
	if err != nil {
		return false
	}
	dec.at = i
	c := dec.buf[i]
	return c != ']' && c != '}'
}

// An Encoder writes JSON values to a stream.
type Encoder struct {
	w              io.Writer
	err            error
	raw            bool
	prefix, indent string
}

// NewEncoder writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// SetEscapeHTML says whether <, > and & in strings are escaped; they are unless it is turned off.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.raw = !on }

// SetIndent makes Encode indent as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// Encode writes v and a newline.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	b, err := marshal(v, !enc.raw)
	if err != nil {
		return err
	}
	if enc.prefix != "" || enc.indent != "" {
		b = appendIndent(nil, b, enc.prefix, enc.indent)
	}
	b = append(b, '\n')
	if _, err = enc.w.Write(b); err != nil {
		enc.err = err
	}
	return err
}
