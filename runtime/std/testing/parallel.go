package testing

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// PB is what the goroutines of RunParallel ask how often to go on.
type PB struct {
	next  *atomic.Uint64
	grain uint64
	left  uint64
	total uint64
}

// Next reports whether there is more to do.
func (pb *PB) Next() bool {
	if pb.left == 0 {
		n := pb.next.Add(pb.grain)
		switch {
		case n <= pb.total:
			pb.left = pb.grain
		case n < pb.total+pb.grain:
			pb.left = pb.total + pb.grain - n
		default:
			return false
		}
	}
	pb.left--
	return true
}

// RunParallel runs body in several goroutines, which share the b.N times.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	grain := uint64(0)
	if b.lastN > 0 && b.lastTime > 0 {
		grain = 1e5 * uint64(b.lastN) / uint64(b.lastTime)
	}
	grain = min(max(grain, 1), 1e4)
	var next atomic.Uint64
	var wg sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{next: &next, grain: grain, total: uint64(b.N)})
		}()
	}
	wg.Wait()
	if next.Load() <= uint64(b.N) && !b.failed {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}
