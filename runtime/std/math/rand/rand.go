// Package rand makes pseudo-random numbers. Sources with the same seed give the same numbers as in other compilers.
package rand

import "internal/sys"

// Source is where random numbers come from.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source of 64 bits at a time.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	size = 607
	tap  = 273
)

// source is an additive lagged Fibonacci generator: x[n] = x[n-607] + x[n-273].
type source struct {
	tap  int
	feed int
	vec  [size]uint64
}

// NewSource makes a source for one goroutine.
func NewSource(seed int64) Source {
	s := new(source)
	s.Seed(seed)
	return s
}

// seedStep is 48271·x modulo 2³¹-1.
func seedStep(x int32) int32 {
	hi, lo := x/44488, x%44488
	x = 48271*lo - 3399*hi
	if x < 0 {
		x += 1<<31 - 1
	}
	return x
}

// Seed starts the sequence of a seed.
func (s *source) Seed(seed int64) {
	s.tap = 0
	s.feed = size - tap
	seed %= 1<<31 - 1
	if seed < 0 {
		seed += 1<<31 - 1
	}
	if seed == 0 {
		seed = 89482311
	}
	x := int32(seed)
	for i := -20; i < size; i++ {
		x = seedStep(x)
		if i >= 0 {
			u := uint64(x) << 40
			x = seedStep(x)
			u ^= uint64(x) << 20
			x = seedStep(x)
			s.vec[i] = u ^ uint64(x) ^ start[i]
		}
	}
}

// Uint64 is the next number.
func (s *source) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += size
	}
	s.feed--
	if s.feed < 0 {
		s.feed += size
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return x
}

// Int63 is the next number without its top bit.
func (s *source) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

// Rand makes numbers of many kinds from a source.
type Rand struct {
	src Source
	s64 Source64

	readVal int64
	readPos int8
}

// New makes a Rand of src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed starts the sequence of a seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readPos = 0
}

// Int63 is a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 is a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 is a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 is a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int is a number that is not negative.
func (r *Rand) Int() int { return int(uint(r.Int63()) << 1 >> 1) }

// Int63n is a number in [0, n).
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	most := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > most {
		v = r.Int63()
	}
	return v % n
}

// Int31n is a number in [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > most {
		v = r.Int31()
	}
	return v % n
}

// int31n is Int31n by a multiplication (Lemire), as Shuffle uses it.
func (r *Rand) int31n(n int32) int32 {
	p := uint64(r.Uint32()) * uint64(n)
	low := uint32(p)
	if low < uint32(n) {
		least := uint32(-n) % uint32(n)
		for low < least {
			p = uint64(r.Uint32()) * uint64(n)
			low = uint32(p)
		}
	}
	return int32(p >> 32)
}

// Intn is a number in [0, n).
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 is a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm is a permutation of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n elements in a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.int31n(int32(i+1))))
	}
}

// Read fills p.
func (r *Rand) Read(p []byte) (n int, err error) {
	for n = 0; n < len(p); n++ {
		if r.readPos == 0 {
			r.readVal = r.Int63()
			r.readPos = 7
		}
		p[n] = byte(r.readVal)
		r.readVal >>= 8
		r.readPos--
	}
	return n, nil
}

// systemSource takes numbers from the run-time system.
type systemSource struct{}

func (systemSource) Int63() int64 { return int64(sys.Rand() &^ (1 << 63)) }

func (systemSource) Uint64() uint64 { return sys.Rand() }

func (systemSource) Seed(int64) {}

// global is what the functions of the package use.
var global = &Rand{src: systemSource{}, s64: systemSource{}}

// Seed has no effect, as in Go 1.24 and later: the functions of the package are seeded at random.
//
// Deprecated: use New(NewSource(seed)).
func Seed(seed int64) {}

// Int63 is a number of 63 bits.
func Int63() int64 { return global.Int63() }

// Uint32 is a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 is a number of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 is a number of 31 bits.
func Int31() int32 { return global.Int31() }

// Int is a number that is not negative.
func Int() int { return global.Int() }

// Int63n is a number in [0, n).
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n is a number in [0, n).
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn is a number in [0, n).
func Intn(n int) int { return global.Intn(n) }

// Float64 is a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 is a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm is a permutation of 0 to n-1.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in a random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 is a number of the standard normal distribution.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
