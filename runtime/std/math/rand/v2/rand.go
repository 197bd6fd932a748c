// Package rand makes pseudo-random numbers. Sources with the same seed give the same numbers as in other compilers.
package rand

import (
	"internal/sys"
	"math/bits"
)

// Source is where random numbers come from.
type Source interface {
	Uint64() uint64
}

// Rand makes numbers of many kinds from a source.
type Rand struct{ src Source }

// New makes a Rand of src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 is a number of 63 bits.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 is a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 is a number of 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 is a number of 31 bits.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int is a number that is not negative.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint is a number.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// uint64n is a number below n, by Lemire's method: the high word of a product.
func (r *Rand) uint64n(n uint64) uint64 {
	if n <= 1<<32-1 {
		return uint64(r.uint32n(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		threshold := -n % n
		for lo < threshold {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) uint32n(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.Uint64()) & (n - 1)
	}
	p := uint64(r.Uint32()) * uint64(n)
	if uint32(p) < n {
		threshold := -n % n
		for uint32(p) < threshold {
			p = uint64(r.Uint32()) * uint64(n)
		}
	}
	return uint32(p >> 32)
}

// Int64N is a number in [0, n).
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.uint64n(uint64(n)))
}

// Uint64N is a number in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.uint64n(n)
}

// Int32N is a number in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.uint64n(uint64(n)))
}

// Uint32N is a number in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.uint64n(uint64(n)))
}

// IntN is a number in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.uint64n(uint64(n)))
}

// UintN is a number in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.uint64n(uint64(n)))
}

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is a number in [0, n) of n's type.
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.uint64n(uint64(n)))
}

// Float64 is a number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 is a number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm is a permutation of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n elements in a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.uint64n(uint64(i+1))))
	}
}

// systemSource takes numbers from the run-time system.
type systemSource struct{}

func (systemSource) Uint64() uint64 { return sys.Rand() }

// global is what the functions of the package use.
var global = &Rand{systemSource{}}

// Int64 is a number of 63 bits.
func Int64() int64 { return global.Int64() }

// Uint32 is a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 is a number of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 is a number of 31 bits.
func Int32() int32 { return global.Int32() }

// Int is a number that is not negative.
func Int() int { return global.Int() }

// Uint is a number.
func Uint() uint { return global.Uint() }

// Int64N is a number in [0, n).
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N is a number in [0, n).
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N is a number in [0, n).
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N is a number in [0, n).
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN is a number in [0, n).
func IntN(n int) int { return global.IntN(n) }

// UintN is a number in [0, n).
func UintN(n uint) uint { return global.UintN(n) }

// N is a number in [0, n) of n's type.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.uint64n(uint64(n)))
}

// Float64 is a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 is a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm is a permutation of 0 to n-1.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in a random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 is a number of the standard normal distribution.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
