// Package debug has what programs need to look at themselves while they run.
package debug

import (
	"internal/sys"
	"os"
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
