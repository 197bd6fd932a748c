// Package testlog is what package testing tells package os.
package testlog

var panicOnExit0 bool

// SetPanicOnExit0 sets whether os.Exit(0) panics, so that a test that calls it does not pass.
func SetPanicOnExit0(on bool) { panicOnExit0 = on }

// PanicOnExit0 reports whether os.Exit(0) panics.
func PanicOnExit0() bool { return panicOnExit0 }
