package main

import (
	"fmt"
	"os"
	"runtime"
	"text/tabwriter"
)

// A remark of the official escape tests, as a function of our own that has the same shape.
type remark struct {
	// place is the file and line of the remark.
	place string
	// wanted is how often the function allocates when the remark is answered.
	wanted int
	run    func()
	// asks is what the remark asks for.
	asks string
}

var (
	kept    any
	keptPtr *int
	total   int
)

// six is not a constant for the compiler.
var six = 6

// measure prints the allocations of each remark's function, averaged over many runs.
func measure(remarks []remark) {
	runtime.GOMAXPROCS(1)
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	for _, r := range remarks {
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", r.place, r.wanted, allocations(r.run), r.asks)
	}
	w.Flush()
}

func allocations(run func()) uint64 {
	const runs = 100
	run()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		run()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / runs
}
