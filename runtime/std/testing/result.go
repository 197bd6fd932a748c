package testing

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int           // how often
	T         time.Duration // the time of all
	Bytes     int64         // processed each time
	MemAllocs uint64        // allocated objects
	MemBytes  uint64        // allocated bytes
	Extra     map[string]float64
}

// NsPerOp is the nanoseconds of one time.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) speed() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// AllocsPerOp is the allocated objects of one time.
func (r BenchmarkResult) AllocsPerOp() int64 {
	if v, ok := r.Extra["allocs/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemAllocs) / int64(r.N)
}

// AllocedBytesPerOp is the allocated bytes of one time.
func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	if v, ok := r.Extra["B/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemBytes) / int64(r.N)
}

// String is the result as a benchmark prints it, without name and memory.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteByte('\t')
		metric(&b, ns, "ns/op")
	}
	if v := r.speed(); v != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", v)
	}
	for _, unit := range slices.Sorted(maps.Keys(r.Extra)) {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
			continue
		}
		b.WriteByte('\t')
		metric(&b, r.Extra[unit], unit)
	}
	return b.String()
}

// metric writes x with about four digits, points below each other.
func metric(w io.Writer, x float64, unit string) {
	width, digits := 10, 0
	if a := math.Abs(x); a != 0 {
		for _, limit := range [...]float64{999.95, 99.995, 9.9995, 0.99995, 0.099995, 0.0099995, 0.00099995} {
			if a >= limit {
				break
			}
			digits++
		}
		if digits > 0 {
			width = 11 + digits
		}
	}
	fmt.Fprintf(w, "%*.*f %s", width, digits, x, unit)
}

// MemString is the memory of one time as a benchmark prints it.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}
