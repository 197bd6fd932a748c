package runtime

import (
	"internal/sys"
	"unsafe"
)

// MemProfileRate is the mean number of bytes between two samples of the official runtime's memory profile. golift makes
// no such profile: it counts every allocation when it is asked to (golift run -allocs).
var MemProfileRate int = 512 * 1024

// MemStats are the allocator's counters.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	// Behind the 20 counters stand size, allocated and freed objects of each class.
	var w [20 + 3*61]uint64
	sys.MemStats(unsafe.Pointer(&w), len(w))
	*m = MemStats{
		Alloc: w[0], TotalAlloc: w[1], Sys: w[2], Mallocs: w[3], Frees: w[4],
		HeapAlloc: w[5], HeapSys: w[6], HeapIdle: w[7], HeapInuse: w[8], HeapReleased: w[9], HeapObjects: w[10],
		StackInuse: w[11], StackSys: w[12], NextGC: w[13], LastGC: w[14], PauseTotalNs: w[15],
		NumGC: uint32(w[16]), NumForcedGC: uint32(w[17]), GCSys: w[19], EnableGC: true,
	}
	for i := range m.BySize {
		s := &m.BySize[i]
		s.Size, s.Mallocs, s.Frees = uint32(w[20+3*i]), w[21+3*i], w[22+3*i]
	}
	if m.NumGC > 0 {
		m.PauseNs[(m.NumGC+255)%256] = w[18]
		m.PauseEnd[(m.NumGC+255)%256] = m.LastGC
	}
}
