// Package md5 computes the hash MD5 (RFC 1321), which is not safe against forgery.
package md5

import (
	"hash"
	"math/bits"
)

const (
	Size      = 16 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	h     [4]uint32
	block [BlockSize]byte
	n     int // bytes in block
	total uint64
}

// New is a hash function MD5.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset() {
	d.h = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
	d.n, d.total = 0, 0
}

func (d *digest) Size() int { return Size }

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (int, error) {
	size := len(p)
	d.total += uint64(size)
	if d.n > 0 {
		k := copy(d.block[d.n:], p)
		d.n += k
		p = p[k:]
		if d.n < BlockSize {
			return size, nil
		}
		d.step(d.block[:])
		d.n = 0
	}
	for len(p) >= BlockSize {
		d.step(p[:BlockSize])
		p = p[BlockSize:]
	}
	d.n = copy(d.block[:], p)
	return size, nil
}

// shifts is how far each round of four steps rotates.
var shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// sines is 2**32·|sin(i+1)|.
var sines = [64]uint32{
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
	0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
	0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
	0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
	0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
	0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
}

func (d *digest) step(p []byte) {
	var w [16]uint32
	for i := range w {
		w[i] = uint32(p[4*i]) | uint32(p[4*i+1])<<8 | uint32(p[4*i+2])<<16 | uint32(p[4*i+3])<<24
	}
	a, b, c, dd := d.h[0], d.h[1], d.h[2], d.h[3]
	for i := range 64 {
		var f uint32
		k := i
		switch i / 16 {
		case 0:
			f = b&c | ^b&dd
		case 1:
			f = dd&b | ^dd&c
			k = (5*i + 1) % 16
		case 2:
			f = b ^ c ^ dd
			k = (3*i + 5) % 16
		default:
			f = c ^ (b | ^dd)
			k = 7 * i % 16
		}
		f += a + sines[i] + w[k]
		a, dd, c, b = dd, c, b, b+bits.RotateLeft32(f, shifts[i/16][i%4])
	}
	d.h[0] += a
	d.h[1] += b
	d.h[2] += c
	d.h[3] += dd
}

func (d *digest) Sum(in []byte) []byte {
	// On a copy, so that more can be written.
	c := *d
	sum := c.finish()
	return append(in, sum[:]...)
}

func (d *digest) finish() (out [Size]byte) {
	length := d.total << 3
	var pad [BlockSize + 8]byte
	pad[0] = 0x80
	n := (BlockSize+BlockSize-8-d.n-1)%BlockSize + 1
	for i := range 8 {
		pad[n+i] = byte(length >> (8 * uint(i)))
	}
	d.Write(pad[:n+8])
	for i, w := range d.h {
		out[4*i], out[4*i+1], out[4*i+2], out[4*i+3] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return out
}

// Sum is the hash of data.
func Sum(data []byte) [Size]byte {
	var d digest
	d.Reset()
	d.Write(data)
	return d.finish()
}
