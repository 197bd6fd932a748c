// Package fnv has the hash functions of Glenn Fowler, Landon Curt Noll and Phong Vo.
package fnv

import (
	"hash"
	"math/bits"
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64
	sum128a [2]uint64
)

const (
	offset32      = 2166136261
	offset64      = 14695981039346656037
	offset128High = 0x6c62272e07bb0142
	offset128Low  = 0x62b821756295c58d
	prime32       = 16777619
	prime64       = 1099511628211
	prime128Low   = 0x13b
	prime128Shift = 24 // the prime of 128 bits is 2**88 + 0x13b
)

// New32 is FNV-1 of 32 bits.
func New32() hash.Hash32 {
	s := sum32(offset32)
	return &s
}

// New32a is FNV-1a of 32 bits.
func New32a() hash.Hash32 {
	s := sum32a(offset32)
	return &s
}

// New64 is FNV-1 of 64 bits.
func New64() hash.Hash64 {
	s := sum64(offset64)
	return &s
}

// New64a is FNV-1a of 64 bits.
func New64a() hash.Hash64 {
	s := sum64a(offset64)
	return &s
}

// New128 is FNV-1 of 128 bits.
func New128() hash.Hash { return &sum128{offset128High, offset128Low} }

// New128a is FNV-1a of 128 bits.
func New128a() hash.Hash { return &sum128a{offset128High, offset128Low} }

// times128 multiplies by the prime of 128 bits.
func times128(s *[2]uint64) {
	hi, lo := bits.Mul64(prime128Low, s[1])
	hi += s[1]<<prime128Shift + prime128Low*s[0]
	s[0], s[1] = hi, lo
}
