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
// A goroutine that unlocks does not hand the lock over, so that one that runs can lock again at once; a waiter that
// finds the lock taken when it wakes is the next to be woken.
type Mutex struct {
	state int32 // locked, and the number of waiters
	sema  uint32
}

const (
	mutexLocked = 1
	mutexWaiter = 2
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
	return old&mutexLocked == 0 && atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked)
}

func (m *Mutex) lockSlow() {
	again := false
	for {
		old := atomic.LoadInt32(&m.state)
		if old&mutexLocked == 0 {
			if atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked) {
				return
			}
			continue
		}
		n := old + mutexWaiter
		if !atomic.CompareAndSwapInt32(&m.state, old, n) {
			continue
		}
		semacquire(&m.sema, waitMutex, again)
		again = true
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
	for {
		if n/mutexWaiter == 0 || n&mutexLocked != 0 {
			return
		}
		if atomic.CompareAndSwapInt32(&m.state, n, n-mutexWaiter) {
			semrelease(&m.sema)
			return
		}
		n = atomic.LoadInt32(&m.state)
	}
}
