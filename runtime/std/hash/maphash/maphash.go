// Package maphash has hash functions for tables in memory; hashes depend on a random seed and differ between runs.
package maphash

import (
	"hash"
	"internal/rtype"
	"internal/sys"
	"math"
	"math/bits"
	"sync"
	"unsafe"
)

// Seed selects a hash function; it is made by MakeSeed.
type Seed struct{ s uint64 }

// MakeSeed is a new random seed.
func MakeSeed() Seed {
	for {
		if s := sys.Rand(); s != 0 {
			return Seed{s}
		}
	}
}

const (
	k0 = 0x9e3779b97f4a7c15
	k1 = 0xbf58476d1ce4e5b9
	k2 = 0x94d049bb133111eb
)

// mix folds the product of two words.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

func word(p unsafe.Pointer) uint64 { return *(*uint64)(p) }

// sum is the hash of n bytes at p.
func sum(seed uint64, p unsafe.Pointer, n int) uint64 {
	h := mix(seed^k0, uint64(n)^k1)
	for ; n >= 16; n -= 16 {
		h = mix(word(p)^k1^h, word(unsafe.Add(p, 8))^k2)
		p = unsafe.Add(p, 16)
	}
	var a, b uint64
	for i := 0; i < n; i++ {
		c := uint64(*(*byte)(unsafe.Add(p, i)))
		if i < 8 {
			a |= c << (8 * uint(i))
		} else {
			b |= c << (8 * uint(i-8))
		}
	}
	h = mix(a^k2^h, b^k0)
	return mix(h^seed, k1)
}

func check(seed Seed) uint64 {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return seed.s
}

// Bytes is the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	return sum(check(seed), unsafe.Pointer(unsafe.SliceData(b)), len(b))
}

// String is the hash of s, the same as that of its bytes.
func String(seed Seed, s string) uint64 {
	return sum(check(seed), unsafe.Pointer(unsafe.StringData(s)), len(s))
}

// Hash computes the hash of what is written to it; the zero value takes a random seed at its first use.
type Hash struct {
	_    [0]func()
	seed Seed
	data []byte
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.seed = MakeSeed()
	}
}

// Write adds bytes; it never fails.
func (h *Hash) Write(b []byte) (int, error) {
	h.data = append(h.data, b...)
	return len(b), nil
}

// WriteByte adds a byte; it never fails.
func (h *Hash) WriteByte(b byte) error {
	h.data = append(h.data, b)
	return nil
}

// WriteString adds bytes; it never fails.
func (h *Hash) WriteString(s string) (int, error) {
	h.data = append(h.data, s...)
	return len(s), nil
}

// Seed is the seed of h.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed sets the seed and forgets what was written.
func (h *Hash) SetSeed(seed Seed) {
	check(seed)
	h.seed = seed
	h.data = h.data[:0]
}

// Reset forgets what was written.
func (h *Hash) Reset() {
	h.init()
	h.data = h.data[:0]
}

// Sum64 is the hash of what was written.
func (h *Hash) Sum64() uint64 {
	h.init()
	return Bytes(h.seed, h.data)
}

// Sum appends the hash.
func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	return append(b, byte(x>>56), byte(x>>48), byte(x>>40), byte(x>>32), byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

// Size is the number of bytes of a hash, 8.
func (h *Hash) Size() int { return 8 }

// BlockSize is how many bytes are best written at a time.
func (h *Hash) BlockSize() int { return 128 }

// Clone is a Hash with the same seed and data.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	return &Hash{seed: h.seed, data: append([]byte(nil), h.data...)}, nil
}

var hashes = sync.Pool{New: func() any { return new(Hash) }}

// Comparable is a hash of v such that equal values have equal hashes; it panics where == would.
func Comparable[T comparable](seed Seed, v T) uint64 {
	h := hashes.Get().(*Hash)
	h.SetSeed(seed)
	WriteComparable(h, v)
	sum := h.Sum64()
	hashes.Put(h)
	return sum
}

// WriteComparable adds v to h.
func WriteComparable[T comparable](h *Hash, x T) {
	var v any = &x
	h.writeValue(rtype.ValueOf(v).Elem())
}

func (h *Hash) writeWord(x uint64) {
	for i := 0; i < 64; i += 8 {
		h.data = append(h.data, byte(x>>uint(i)))
	}
}

func (h *Hash) writeFloat(f float64) {
	switch {
	case f == 0:
		h.writeWord(0)
	case f != f:
		// A NaN equals nothing.
		h.writeWord(sys.Rand())
	default:
		h.writeWord(math.Float64bits(f))
	}
}

func (h *Hash) writeValue(v rtype.Value) {
	switch v.Kind() {
	case rtype.Bool:
		h.writeWord(0)
		if v.Bool() {
			h.data[len(h.data)-1] = 1
		}
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		h.writeWord(uint64(v.Int()))
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		h.writeWord(v.Uint())
	case rtype.Float32, rtype.Float64:
		h.writeFloat(v.Float())
	case rtype.Complex64, rtype.Complex128:
		c := v.Complex()
		h.writeFloat(real(c))
		h.writeFloat(imag(c))
	case rtype.String:
		s := v.String()
		h.writeWord(uint64(len(s)))
		h.data = append(h.data, s...)
	case rtype.Array:
		for i, n := 0, v.Len(); i < n; i++ {
			h.writeValue(v.Index(i))
		}
	case rtype.Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			h.writeValue(v.Field(i))
		}
	case rtype.Interface:
		e := v.Elem()
		if !e.IsValid() {
			h.writeWord(0)
			return
		}
		if !e.Typ.Comparable() {
			panic("maphash: hash of unhashable type " + e.Typ.String())
		}
		h.writeWord(uint64(uintptr(unsafe.Pointer(e.Typ))))
		h.writeValue(e)
	case rtype.Pointer, rtype.UnsafePointer, rtype.Chan:
		h.writeWord(uint64(uintptr(v.Pointer())))
	default:
		panic("maphash: hash of unhashable type " + v.Typ.String())
	}
}

// Hasher is a hash function and the equality that belongs to it.
type Hasher[T any] interface {
	Hash(*Hash, T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher of ==.
type ComparableHasher[T comparable] struct{ _ [0]func(T) }

// Hash adds v to h.
func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }

// Equal is x == y.
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }
