// Package sha1 computes the hash SHA-1 (FIPS 180-4), which is not safe against forgery.
package sha1

import (
	"hash"
	"math/bits"
)

const (
	Size      = 20 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	h     [5]uint32
	block [BlockSize]byte
	n     int // bytes in block
	total uint64
}

// New is a hash function SHA-1.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset() {
	d.h = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
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

func (d *digest) step(p []byte) {
	var w [80]uint32
	for i := range 16 {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, dd, e := d.h[0], d.h[1], d.h[2], d.h[3], d.h[4]
	for i := range 80 {
		var f, k uint32
		switch i / 20 {
		case 0:
			f, k = b&c|^b&dd, 0x5a827999
		case 1:
			f, k = b^c^dd, 0x6ed9eba1
		case 2:
			f, k = b&c|b&dd|c&dd, 0x8f1bbcdc
		default:
			f, k = b^c^dd, 0xca62c1d6
		}
		t := bits.RotateLeft32(a, 5) + f + e + w[i] + k
		a, b, c, dd, e = t, a, bits.RotateLeft32(b, 30), c, dd
	}
	d.h[0] += a
	d.h[1] += b
	d.h[2] += c
	d.h[3] += dd
	d.h[4] += e
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
		pad[n+i] = byte(length >> (56 - 8*uint(i)))
	}
	d.Write(pad[:n+8])
	for i, w := range d.h {
		out[4*i], out[4*i+1], out[4*i+2], out[4*i+3] = byte(w>>24), byte(w>>16), byte(w>>8), byte(w)
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
