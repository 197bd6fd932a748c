// Package runtime talks to the run-time system: collector, scheduler, stacks.
package runtime

import "internal/sys"

// Compiler is the name of the compiler.
const Compiler = "gc"

// GOOS is the operating system.
const GOOS = "linux"

// GC runs a collection.
func GC() { sys.GC() }

// Gosched lets other goroutines run.
func Gosched() { sys.Gosched() }

// Goexit ends the goroutine after its deferred calls.
func Goexit() { sys.Goexit() }

// NumCPU is the number of processors.
func NumCPU() int { return sys.Query(sys.QueryNumCPU) }

// NumGoroutine is the number of goroutines.
func NumGoroutine() int { return sys.Query(sys.QueryNumGoroutine) }

// NumCgoCall is 0: there is no cgo.
func NumCgoCall() int64 { return 0 }

// maxProcs is what GOMAXPROCS was set to, 0 if it was not.
var maxProcs int

// GOMAXPROCS sets how many processors may run Go code, if n is positive, and returns the earlier number.
// The number is remembered but does not limit anything: goroutines share one thread.
func GOMAXPROCS(n int) int {
	old := maxProcs
	if old == 0 {
		old = sys.Query(sys.QueryMaxProcs)
	}
	if n > 0 {
		maxProcs = n
	}
	return old
}

// LockOSThread has no effect: there is one thread.
func LockOSThread() {}

// UnlockOSThread has no effect.
func UnlockOSThread() {}

// GOROOT is the root of the Go tree; there is none.
func GOROOT() string { return "" }

// Version is the version of the language.
func Version() string { return "go1.27" }

// KeepAlive keeps x reachable up to the call.
//
//go:noinline
func KeepAlive(x any) {
	if alwaysFalse {
		kept = x
	}
}

var (
	alwaysFalse bool
	kept        any
)

// Stack writes a traceback of this goroutine, or of all, to buf.
func Stack(buf []byte, all bool) int {
	n := 0
	if all {
		n = 1
	}
	return copy(buf, sys.StackText(n))
}

// Breakpoint does nothing.
func Breakpoint() {}


// A Pinner keeps objects where they are. None ever moves, so that it only keeps them alive.
type Pinner struct{ objects []any }

// Pin pins an object until Unpin.
func (p *Pinner) Pin(pointer any) { p.objects = append(p.objects, pointer) }

// Unpin releases all objects of p.
func (p *Pinner) Unpin() { p.objects = nil }
