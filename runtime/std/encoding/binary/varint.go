package binary

import (
	"errors"
	"io"
)

// How many bytes a varint of so many bits takes at most.
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

var errOverflow = errors.New("binary: varint overflows a 64-bit integer")

// AppendUvarint appends x in groups of seven bits, the least significant first; all but the last have the high bit set.
func AppendUvarint(buf []byte, x uint64) []byte {
	for x >= 0x80 {
		buf = append(buf, byte(x)|0x80)
		x >>= 7
	}
	return append(buf, byte(x))
}

// PutUvarint writes x to buf and returns the number of bytes; it panics if buf is too small.
func PutUvarint(buf []byte, x uint64) int {
	i := 0
	for x >= 0x80 {
		buf[i] = byte(x) | 0x80
		x >>= 7
		i++
	}
	buf[i] = byte(x)
	return i + 1
}

// Uvarint reads a number and returns how many bytes it has: 0 if buf is too small, minus the number of bytes read if the
// number is too large.
func Uvarint(buf []byte) (uint64, int) {
	var x uint64
	for i, c := range buf {
		if i == MaxVarintLen64 {
			return 0, -(i + 1)
		}
		if c < 0x80 {
			if i == MaxVarintLen64-1 && c > 1 {
				return 0, -(i + 1)
			}
			return x | uint64(c)<<(7*uint(i)), i + 1
		}
		x |= uint64(c&0x7f) << (7 * uint(i))
	}
	return 0, 0
}

// zigzag puts the sign into the lowest bit.
func zigzag(x int64) uint64 { return uint64(x)<<1 ^ uint64(x>>63) }

func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// AppendVarint appends x with its sign in the lowest bit.
func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, zigzag(x)) }

// PutVarint writes x to buf and returns the number of bytes; it panics if buf is too small.
func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, zigzag(x)) }

// Varint reads a number as Uvarint does.
func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return unzigzag(u), n
}

// ReadUvarint reads a number; the error is io.EOF only if there was no byte at all.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var x uint64
	for i := 0; i < MaxVarintLen64; i++ {
		c, err := r.ReadByte()
		if err != nil {
			if i > 0 && err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return x, err
		}
		if c < 0x80 {
			if i == MaxVarintLen64-1 && c > 1 {
				return x, errOverflow
			}
			return x | uint64(c)<<(7*uint(i)), nil
		}
		x |= uint64(c&0x7f) << (7 * uint(i))
	}
	return x, errOverflow
}

// ReadVarint reads a number with its sign in the lowest bit.
func ReadVarint(r io.ByteReader) (int64, error) {
	u, err := ReadUvarint(r)
	return unzigzag(u), err
}
