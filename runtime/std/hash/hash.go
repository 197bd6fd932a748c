// Package hash has the interfaces of hash functions.
package hash

import "io"

// Hash is a hash function.
type Hash interface {
	// Write adds data; it never fails.
	io.Writer

	// Sum appends the hash of the data so far.
	Sum(b []byte) []byte

	// Reset forgets the data.
	Reset()

	// Size is the number of bytes of a hash.
	Size() int

	// BlockSize is how many bytes are best written at a time.
	BlockSize() int
}

// Hash32 is a hash function of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a hash function of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner is a hash function whose state can be copied.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function whose result is as long as one likes.
type XOF interface {
	// Write adds data; it panics after Read.
	io.Writer

	// Read reads more of the result.
	io.Reader

	// Reset forgets the data.
	Reset()

	// BlockSize is how many bytes are best written at a time.
	BlockSize() int
}
