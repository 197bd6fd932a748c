package rand

import (
	"errors"
	"math/bits"
)

// PCG is a permuted congruential generator of 128 bits (Melissa O'Neill; PCG-DXSM).
type PCG struct{ hi, lo uint64 }

// NewPCG makes a PCG.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts the sequence of a seed.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 is the next number.
func (p *PCG) Uint64() uint64 {
	const (
		mulHi  = 2549297995355413924
		mulLo  = 4865540595714422341
		incHi  = 6364136223846793005
		incLo  = 1442695040888963407
		mixing = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, c := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, c)
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= mixing
	hi ^= hi >> 48
	return hi * (lo | 1)
}

func appendWord(b []byte, x uint64) []byte {
	return append(b, byte(x>>56), byte(x>>48), byte(x>>40), byte(x>>32), byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

func bigEndian(b []byte) uint64 {
	var x uint64
	for _, c := range b[:8] {
		x = x<<8 | uint64(c)
	}
	return x
}

func littleEndian(b []byte) uint64 { return bits.ReverseBytes64(bigEndian(b)) }

// AppendBinary appends the state.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendWord(appendWord(append(b, "pcg:"...), p.hi), p.lo), nil
}

// MarshalBinary is the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = bigEndian(data[4:]), bigEndian(data[12:])
	return nil
}

const (
	counterMax = 16 // blocks of a key
	reseed     = 4  // words of the last ones that are the next key
)

// ChaCha8 is a cryptographically strong generator: the cipher ChaCha with 8 rounds, four blocks at a time, which takes a
// new key from its own output after 16 blocks.
type ChaCha8 struct {
	buf     [32]uint64
	seed    [4]uint64
	next    int // in buf
	end     int // of what buf may give
	counter uint32
	rest    [8]byte // of a word that Read took a part of
	restLen int
}

// NewChaCha8 makes a ChaCha8.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts the sequence of a seed.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		c.seed[i] = littleEndian(seed[8*i:])
	}
	c.block()
	c.end = len(c.buf)
}

func (c *ChaCha8) refill() {
	c.counter += 4
	if c.counter == counterMax {
		copy(c.seed[:], c.buf[len(c.buf)-reseed:])
		c.counter = 0
	}
	c.block()
	c.next = 0
	c.end = len(c.buf)
	if c.counter == counterMax-4 {
		c.end -= reseed
	}
}

// block fills buf: word i of the four blocks stands together.
func (c *ChaCha8) block() {
	var key [8]uint32
	for i, w := range c.seed {
		key[2*i], key[2*i+1] = uint32(w), uint32(w>>32)
	}
	var out [16][4]uint32
	for lane := range 4 {
		x := [16]uint32{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}
		copy(x[4:], key[:])
		x[12] = c.counter + uint32(lane)
		for range 4 {
			quarter(&x, 0, 4, 8, 12)
			quarter(&x, 1, 5, 9, 13)
			quarter(&x, 2, 6, 10, 14)
			quarter(&x, 3, 7, 11, 15)
			quarter(&x, 0, 5, 10, 15)
			quarter(&x, 1, 6, 11, 12)
			quarter(&x, 2, 7, 8, 13)
			quarter(&x, 3, 4, 9, 14)
		}
		for i, k := range key {
			x[4+i] += k
		}
		for i, w := range x {
			out[i][lane] = w
		}
	}
	for i := range c.buf {
		c.buf[i] = uint64(out[i/2][i%2*2]) | uint64(out[i/2][i%2*2+1])<<32
	}
}

func quarter(x *[16]uint32, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}

// Uint64 is the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.next >= c.end {
		c.refill()
	}
	x := c.buf[c.next]
	c.next++
	return x
}

// Read fills p.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n = 0; n < len(p); n++ {
		if c.restLen == 0 {
			x := c.Uint64()
			for i := range c.rest {
				c.rest[i] = byte(x >> (8 * uint(i)))
			}
			c.restLen = len(c.rest)
		}
		p[n] = c.rest[len(c.rest)-c.restLen]
		c.restLen--
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.restLen > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(c.restLen))
		b = append(b, c.rest[len(c.rest)-c.restLen:]...)
	}
	used := uint64(c.counter)/4*uint64(len(c.buf)) + uint64(c.next)
	b = appendWord(append(b, "chacha8:"...), used)
	for _, w := range c.seed {
		b = appendWord(b, bits.ReverseBytes64(w))
	}
	return b, nil
}

// MarshalBinary is the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	errInvalid := errors.New("invalid ChaCha8 encoding")
	var n ChaCha8
	if len(data) >= 9 && string(data[:8]) == "readbuf:" {
		k := int(data[8])
		if k > len(n.rest) || len(data) < 9+k {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		copy(n.rest[len(n.rest)-k:], data[9:9+k])
		n.restLen = k
		data = data[9+k:]
	}
	if len(data) != 48 || string(data[:8]) != "chacha8:" {
		return errInvalid
	}
	used := bigEndian(data[8:])
	if used > counterMax/4*uint64(len(n.buf))-reseed {
		return errInvalid
	}
	for i := range n.seed {
		n.seed[i] = littleEndian(data[16+8*i:])
	}
	n.counter = 4 * uint32(used/uint64(len(n.buf)))
	n.next = int(used % uint64(len(n.buf)))
	n.block()
	n.end = len(n.buf)
	if n.counter == counterMax-4 {
		n.end -= reseed
	}
	*c = n
	return nil
}
