package sync

import "sync/atomic"

// WaitGroup waits for a number of tasks to finish.
type WaitGroup struct {
	noCopy noCopy
	state  uint64 // tasks in the upper half, waiters in the lower
	sema   uint32
}

// Add changes the number of tasks. The escape analysis knows it and Wait by name.
//
//go:noinline
func (wg *WaitGroup) Add(delta int) {
	state := atomic.AddUint64(&wg.state, uint64(delta)<<32)
	tasks := int32(state >> 32)
	waiters := uint32(state)
	if tasks < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && tasks == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if tasks > 0 || waiters == 0 {
		return
	}
	if atomic.LoadUint64(&wg.state) != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	atomic.StoreUint64(&wg.state, 0)
	for ; waiters > 0; waiters-- {
		semrelease(&wg.sema)
	}
}

// Done finishes a task.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until no task is left.
//
//go:noinline
func (wg *WaitGroup) Wait() {
	for {
		state := atomic.LoadUint64(&wg.state)
		if state>>32 == 0 {
			return
		}
		if atomic.CompareAndSwapUint64(&wg.state, state, state+1) {
			semacquire(&wg.sema, waitGroup, false)
			if atomic.LoadUint64(&wg.state) != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go runs f in a new goroutine, as a task of the group.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
