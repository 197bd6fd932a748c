// Package base64 writes bytes in base 64 and reads them (RFC 4648).
package base64

import (
	"io"
	"strconv"
)

const (
	StdPadding rune = '=' // what fills up the last group
	NoPadding  rune = -1  // the last group is not filled up
)

const (
	standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	url      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

// Encoding is an alphabet and a padding.
type Encoding struct {
	digits [64]byte
	values [256]byte // of the digits, 255 for other bytes
	pad    rune
	strict bool
}

var (
	// StdEncoding is the standard encoding.
	StdEncoding = NewEncoding(standard)

	// URLEncoding is the encoding for URLs and file names.
	URLEncoding = NewEncoding(url)

	// RawStdEncoding is the standard encoding without padding.
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)

	// RawURLEncoding is the encoding for URLs without padding.
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// NewEncoding makes an Encoding of an alphabet of 64 different bytes, with the standard padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	for i := range e.values {
		e.values[i] = 255
	}
	for i := 0; i < 64; i++ {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != 255:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.digits[i] = c
		e.values[c] = byte(i)
	}
	return e
}

// WithPadding is enc with another padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != 255:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict is enc with the demand that the bits that stand for nothing are 0.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen is how long the encoding of n bytes is.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// Encode writes the encoding of src to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) >= 3 {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		_ = dst[3]
		dst[0] = enc.digits[v>>18&63]
		dst[1] = enc.digits[v>>12&63]
		dst[2] = enc.digits[v>>6&63]
		dst[3] = enc.digits[v&63]
		src, dst = src[3:], dst[4:]
	}
	if len(src) == 0 {
		return
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	dst[0] = enc.digits[v>>18&63]
	dst[1] = enc.digits[v>>12&63]
	if len(src) == 2 {
		dst[2] = enc.digits[v>>6&63]
		if enc.pad != NoPadding {
			dst[3] = byte(enc.pad)
		}
	} else if enc.pad != NoPadding {
		dst[2] = byte(enc.pad)
		dst[3] = byte(enc.pad)
	}
}

// AppendEncode appends the encoding of src.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = append(dst, make([]byte, enc.EncodedLen(len(src)))...)
	enc.Encode(dst[n:], src)
	return dst
}

// EncodeToString is the encoding of src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// CorruptInputError is the offset of a byte that is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// DecodedLen is how many bytes an encoding of length n stands for at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Decode writes the bytes that src stands for to dst and returns their number; newlines are ignored.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	i := 0
	for i < len(src) {
		// Read a group of up to four digits.
		var group [4]byte
		k := 0
		padded := false
		for k < 4 {
			if i == len(src) {
				if k == 0 {
					return n, nil
				}
				if k == 1 || enc.pad != NoPadding {
					return n, CorruptInputError(i - k)
				}
				break
			}
			c := src[i]
			i++
			if v := enc.values[c]; v != 255 {
				group[k] = v
				k++
				continue
			}
			if c == '\n' || c == '\r' {
				continue
			}
			if rune(c) != enc.pad {
				return n, CorruptInputError(i - 1)
			}
			// Padding, which ends the text.
			if k < 2 {
				return n, CorruptInputError(i - 1)
			}
			if k == 2 {
				i = skipNewlines(src, i)
				if i == len(src) {
					return n, CorruptInputError(len(src))
				}
				if rune(src[i]) != enc.pad {
					return n, CorruptInputError(i - 1)
				}
				i++
			}
			i = skipNewlines(src, i)
			if i < len(src) {
				err = CorruptInputError(i)
			}
			padded = true
			break
		}
		v := uint(group[0])<<18 | uint(group[1])<<12 | uint(group[2])<<6 | uint(group[3])
		if enc.strict && (k == 2 && v&0xffff != 0 || k == 3 && v&0xff != 0) {
			at := CorruptInputError(i - 1)
			if k == 2 {
				at = CorruptInputError(i - 2)
			}
			return n, at
		}
		dst[n] = byte(v >> 16)
		if k > 2 {
			dst[n+1] = byte(v >> 8)
		}
		if k > 3 {
			dst[n+2] = byte(v)
		}
		n += k - 1
		if padded || k < 4 {
			return n, err
		}
	}
	return n, nil
}

func skipNewlines(s []byte, i int) int {
	for i < len(s) && (s[i] == '\n' || s[i] == '\r') {
		i++
	}
	return i
}

// AppendDecode appends the bytes that src stands for.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, len(src)/4*3+3)
	n, err := enc.Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString is the bytes that s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	b := make([]byte, len(s)/4*3+3)
	n, err := enc.Decode(b, []byte(s))
	return b[:n], err
}

type encoder struct {
	enc *Encoding
	w   io.Writer
	err error
	buf []byte // bytes of an unfinished group
}

// NewEncoder is a WriteCloser that writes the encoding to w; Close writes the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	e.buf = append(e.buf, p...)
	whole := len(e.buf) / 3 * 3
	if whole > 0 {
		if _, e.err = e.w.Write(e.enc.AppendEncode(nil, e.buf[:whole])); e.err != nil {
			return 0, e.err
		}
		e.buf = append(e.buf[:0], e.buf[whole:]...)
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.buf) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.buf))
		e.buf = nil
	}
	return e.err
}

type decoder struct {
	enc    *Encoding
	r      io.Reader
	err    error  // of r
	in     []byte // digits that are not decoded yet
	out    []byte // bytes that are not delivered yet
	read   int64  // digits before in
	failed error
	text   [1024]byte // what r gives
	space  []byte     // memory of out
}

// NewDecoder is a Reader of the bytes that the text of r stands for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for {
		if len(d.out) > 0 {
			n = copy(p, d.out)
			d.out = d.out[n:]
			return n, nil
		}
		if d.failed != nil {
			return 0, d.failed
		}
		if len(p) == 0 {
			return 0, nil
		}
		if d.err == nil {
			var got int
			got, d.err = d.r.Read(d.text[:])
			for _, c := range d.text[:got] {
				if c != '\n' && c != '\r' {
					d.in = append(d.in, c)
				}
			}
		}
		whole := len(d.in)
		if d.err == nil {
			whole = whole / 4 * 4
		}
		if whole == 0 {
			if d.err != nil {
				d.failed = d.err
			}
			continue
		}
		if d.err != nil && d.err != io.EOF {
			d.failed = d.err
			continue
		}
		if d.err == io.EOF && d.enc.pad != NoPadding && whole%4 != 0 {
			whole = whole / 4 * 4
			if whole == 0 {
				d.failed = io.ErrUnexpectedEOF
				continue
			}
		}
		if size := whole/4*3 + 3; cap(d.space) < size {
			d.space = make([]byte, size)
		}
		n, err := d.enc.Decode(d.space[:cap(d.space)], d.in[:whole])
		d.out = d.space[:n]
		if c, ok := err.(CorruptInputError); ok {
			err = c + CorruptInputError(d.read)
		}
		d.failed = err
		d.read += int64(whole)
		d.in = append(d.in[:0], d.in[whole:]...)
	}
}
