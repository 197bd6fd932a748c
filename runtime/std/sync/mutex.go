package sync

import (
	"internal/sys"
	"sync/atomic"
)

// noCopy makes vet complain about copies.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex is a lock that one goroutine holds at a time. The zero value is unlocked.
//
// A goroutine that unlocks does not hand the lock over, so that one that runs can lock again at once. When a waiter
// has waited for a millisecond, it sets the starving bit, and then unlocking leaves the lock to the first waiter.
type Mutex struct {
	state int32 // locked, starving, and the number of waiters
	sema  uint32
}

const (
	mutexLocked   = 1
	mutexStarving = 2
	mutexWaiter   = 4
	starvingAfter = 1e6
)

// Lock waits until the mutex is unlocked and locks it.
func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapInt32(&m.state, 0, mutexLocked) {
		m.lockSlow()
	}
}

// TryLock locks the mutex if it is unlocked, and reports whether it was.
func (m *Mutex) TryLock() bool {
	old := atomic.LoadInt32(&m.state)
	return old&(mutexLocked|mutexStarving) == 0 && atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked)
}

func (m *Mutex) lockSlow() {
	var since int64
	starving := false
	for {
		old := atomic.LoadInt32(&m.state)
		if old&(mutexLocked|mutexStarving) == 0 {
			if atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked) {
				return
			}
			continue
		}
		n := old + mutexWaiter
		if starving && old&mutexLocked != 0 {
			n |= mutexStarving
		}
		if !atomic.CompareAndSwapInt32(&m.state, old, n) {
			continue
		}
		again := since != 0
		if !again {
			since = sys.Nanotime()
		}
		semacquire(&m.sema, waitMutex, again)
		starving = starving || sys.Nanotime()-since > starvingAfter
		old = atomic.LoadInt32(&m.state)
		if old&mutexStarving != 0 {
			// The lock is free and nobody else takes it.
			delta := int32(mutexLocked - mutexWaiter)
			if !starving || old/mutexWaiter == 1 {
				delta -= mutexStarving
			}
			atomic.AddInt32(&m.state, delta)
			return
		}
	}
}

// Unlock unlocks the mutex; any goroutine may do it.
func (m *Mutex) Unlock() {
	if n := atomic.AddInt32(&m.state, -mutexLocked); n != 0 {
		m.unlockSlow(n)
	}
}

func (m *Mutex) unlockSlow(n int32) {
	if (n+mutexLocked)&mutexLocked == 0 {
		sys.Throw("sync: unlock of unlocked mutex")
	}
	if n&mutexStarving != 0 {
		semrelease(&m.sema)
		return
	}
	for {
		if n/mutexWaiter == 0 || n&(mutexLocked|mutexStarving) != 0 {
			return
		}
		if atomic.CompareAndSwapInt32(&m.state, n, n-mutexWaiter) {
			semrelease(&m.sema)
			return
		}
		n = atomic.LoadInt32(&m.state)
	}
}
