package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder builds a string piece by piece. It must not be copied once it is used.
type Builder struct {
	addr uintptr // of the Builder itself, to find copies
	buf  []byte
}

func (b *Builder) check() {
	if b.addr == 0 {
		b.addr = uintptr(unsafe.Pointer(b))
	} else if b.addr != uintptr(unsafe.Pointer(b)) {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String is what was built so far.
func (b *Builder) String() string { return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) }

// Len is the number of bytes.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is the number of bytes that there is space for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties the Builder.
func (b *Builder) Reset() {
	b.addr = 0
	b.buf = nil
}

// Grow makes space for n more bytes.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(buf, b.buf)
		b.buf = buf
	}
}

// Write appends p.
func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
