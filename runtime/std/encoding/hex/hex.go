// Package hex writes bytes as hexadecimal digits and reads them.
package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

const digits = "0123456789abcdef"

// EncodedLen is how many digits n bytes have.
func EncodedLen(n int) int { return n * 2 }

// Encode writes the digits of src to dst and returns their number.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends the digits of src.
func AppendEncode(dst, src []byte) []byte {
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// EncodeToString is the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

// ErrLength says that the number of digits is odd.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// value is the value of a digit, above 15 for other bytes.
func value(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// DecodedLen is how many bytes x digits stand for.
func DecodedLen(x int) int { return x / 2 }

// Decode writes the bytes that the digits of src stand for to dst and returns their number; before an error it writes
// those that come before it.
func Decode(dst, src []byte) (int, error) {
	i := 0
	for ; 2*i+1 < len(src); i++ {
		a, b := value(src[2*i]), value(src[2*i+1])
		if a > 15 {
			return i, InvalidByteError(src[2*i])
		}
		if b > 15 {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = a<<4 | b
	}
	if len(src)%2 == 1 {
		// A byte that is wrong is told first.
		if c := src[len(src)-1]; value(c) > 15 {
			return i, InvalidByteError(c)
		}
		return i, ErrLength
	}
	return i, nil
}

// AppendDecode appends the bytes that the digits of src stand for.
func AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, DecodedLen(len(src)))
	n, err := Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString is the bytes that the digits of s stand for.
func DecodeString(s string) ([]byte, error) {
	b := make([]byte, DecodedLen(len(s)))
	n, err := Decode(b, []byte(s))
	return b[:n], err
}

// Dump is data as "hexdump -C" shows it.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

type encoder struct{ w io.Writer }

// NewEncoder is a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && err == nil {
		part := p[:min(len(p), 512)]
		var written int
		written, err = e.w.Write(AppendEncode(nil, part))
		n += written / 2
		p = p[len(part):]
	}
	return n, err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte
	buf [1024]byte
}

// NewDecoder is a Reader of the bytes that the digits of r stand for.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		rest := copy(d.buf[:], d.in)
		var got int
		got, d.err = d.r.Read(d.buf[rest:])
		d.in = d.buf[:rest+got]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if c := d.in[len(d.in)-1]; value(c) > 15 {
				d.err = InvalidByteError(c)
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	p = p[:min(len(p), len(d.in)/2)]
	got, err := Decode(p, d.in[:len(p)*2])
	d.in = d.in[2*got:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return got, d.err
	}
	return got, nil
}

type dumper struct {
	w      io.Writer
	line   [16]byte
	n      int // bytes in the line
	offset int
	closed bool
}

// Dumper is a WriteCloser that writes to w what Dump shows; the last line comes with Close.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, b := range data {
		d.line[d.n] = b
		d.n++
		if d.n == len(d.line) {
			if err := d.flush(); err != nil {
				return n, err
			}
		}
		n++
	}
	return n, nil
}

func (d *dumper) flush() error {
	b := make([]byte, 0, 80)
	for shift := 28; shift >= 0; shift -= 4 {
		b = append(b, digits[d.offset>>uint(shift)&15])
	}
	b = append(b, ' ', ' ')
	for i := range d.line {
		if i == 8 {
			b = append(b, ' ')
		}
		if i < d.n {
			b = append(b, digits[d.line[i]>>4], digits[d.line[i]&15], ' ')
		} else {
			b = append(b, "   "...)
		}
	}
	b = append(b, ' ', '|')
	for _, c := range d.line[:d.n] {
		if c < 32 || c > 126 {
			c = '.'
		}
		b = append(b, c)
	}
	b = append(b, '|', '\n')
	d.offset += d.n
	d.n = 0
	_, err := d.w.Write(b)
	return err
}

// Close writes the last line.
func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.n == 0 {
		return nil
	}
	return d.flush()
}
