package main

import (
	"fmt"
	"os"
	"runtime"
	"text/tabwriter"
)

// A gauntletCase is a function whose allocations are counted.
type gauntletCase struct {
	name string
	// least is what no compiler can do without.
	least int
	run   func()
}

var (
	sinkInt    int
	sinkString string
	sinkPtr    *int
	sinkAny    any
	sinkBytes  []byte
)

// seven is not a constant for the compiler.
var seven = 7

// measured is what is done with the cases; gauntlet_test.go makes benchmarks of them.
var measured = counted

func measure(cases []gauntletCase) { measured(cases) }

// counted prints the allocations of each case, averaged over many runs.
func counted(cases []gauntletCase) {
	runtime.GOMAXPROCS(1)
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	for _, c := range cases {
		fmt.Fprintf(w, "%s\t%d\t%d\n", c.name, c.least, allocations(c.run))
	}
	w.Flush()
}

// verify stops the program when an object that was needed has changed.
func verify(ok bool) {
	if !ok {
		panic("an object that is in use has changed")
	}
}

// clobber overwrites what returned functions have left on the stack.
//
//go:noinline
func clobber(depth int) int {
	var space [64]int
	for i := range space {
		space[i] = -depth - i
	}
	if depth > 0 {
		return clobber(depth-1) + space[seven]
	}
	return space[seven]
}

func allocations(run func()) uint64 {
	const runs = 200
	run()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		run()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / runs
}
