package sync

import (
	"internal/sys"
	"sync/atomic"
)

// RWMutex is a lock that many readers or one writer hold. A waiting writer keeps new readers out.
type RWMutex struct {
	w       Mutex  // held by the writer
	wsema   uint32 // the writer waits for readers here
	rsema   uint32 // readers wait for the writer here
	readers int32  // number of readers, less maxReaders while a writer is there
	leaving int32  // readers that the writer waits for
}

const maxReaders = 1 << 30

// RLock locks for reading.
func (rw *RWMutex) RLock() {
	if atomic.AddInt32(&rw.readers, 1) < 0 {
		semacquire(&rw.rsema, waitRLock, false)
	}
}

// TryRLock locks for reading if no writer is there, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.LoadInt32(&rw.readers)
		if n < 0 {
			return false
		}
		if atomic.CompareAndSwapInt32(&rw.readers, n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	if n := atomic.AddInt32(&rw.readers, -1); n < 0 {
		if n+1 == 0 || n+1 == -maxReaders {
			sys.Throw("sync: RUnlock of unlocked RWMutex")
		}
		if atomic.AddInt32(&rw.leaving, -1) == 0 {
			semrelease(&rw.wsema)
		}
	}
}

// Lock locks for writing.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	n := atomic.AddInt32(&rw.readers, -maxReaders) + maxReaders
	if n != 0 && atomic.AddInt32(&rw.leaving, n) != 0 {
		semacquire(&rw.wsema, waitLock, false)
	}
}

// TryLock locks for writing if nobody holds the lock, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !atomic.CompareAndSwapInt32(&rw.readers, 0, -maxReaders) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock undoes Lock.
func (rw *RWMutex) Unlock() {
	n := atomic.AddInt32(&rw.readers, maxReaders)
	if n >= maxReaders {
		sys.Throw("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		semrelease(&rw.rsema)
	}
	rw.w.Unlock()
}

// RLocker is a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
