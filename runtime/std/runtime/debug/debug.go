// Package debug has what programs need to look at themselves while they run.
package debug

import (
	"internal/sys"
	"os"
	"runtime"
	"time"
)

// SetGCPercent sets GOGC, -1 for no collections, and returns the old value.
func SetGCPercent(percent int) int { return sys.SetGCPercent(percent) }

// FreeOSMemory collects and gives memory back.
func FreeOSMemory() { sys.GC() }

// Stack is the traceback of the goroutine.
//
//go:noinline
func Stack() []byte { return []byte(sys.StackText(0)) }

// PrintStack prints the traceback to standard error.
//
//go:noinline
func PrintStack() { os.Stderr.Write(Stack()) }

// SetMaxStack sets how many bytes the stack of one goroutine may take, and returns the old limit.
func SetMaxStack(bytes int) int { return sys.Control(sys.ControlMaxStack, bytes) }

// SetPanicOnFault makes memory faults of this goroutine panics, even away from nil, and returns the old setting.
func SetPanicOnFault(enabled bool) bool {
	n := 0
	if enabled {
		n = 1
	}
	return sys.Control(sys.ControlPanicOnFault, n) != 0
}

// SetMemoryLimit has the collector try to keep the heap below limit bytes, and returns the old limit.
// A negative limit changes nothing.
func SetMemoryLimit(limit int64) int64 { return int64(sys.Control(sys.ControlMemoryLimit, int(limit))) }

// SetTraceback sets which goroutines' traces a fatal error prints; the environment variable GOTRACEBACK may ask for more.
func SetTraceback(level string) {
	n := 1
	switch level {
	case "none", "0":
		n = 0
	case "all", "system", "crash", "wer", "1", "2":
		n = 2
	}
	sys.Control(sys.ControlTraceback, n)
}

// GCStats tells of past collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats. Of the pauses only the last one is known; quantiles, if wanted, are all of it.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	var last time.Duration
	if m.NumGC > 0 {
		last = time.Duration(m.PauseNs[(m.NumGC+255)%256])
		stats.Pause = append(stats.Pause, last)
		stats.PauseEnd = append(stats.PauseEnd, stats.LastGC)
	}
	for i := range stats.PauseQuantiles {
		stats.PauseQuantiles[i] = last
	}
}
