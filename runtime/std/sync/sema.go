// Package sync has locks and other ways for goroutines to wait for each other.
package sync

import (
	"internal/sys"
	"sync/atomic"
	"unsafe"
)

// Reasons to wait, as tracebacks print them; indexes of the table in crates/abi/src/goroutine.rs.
const (
	waitMutex     = 6
	waitRLock     = 7
	waitLock      = 8
	waitGroup     = 9
	waitCond      = 10
	waitSemaphore = 11
)

// waiter is a goroutine that waits. The address of what it waits for is a number, so that a lock in a frame may stay
// there: the goroutine keeps the memory alive while it waits.
type waiter struct {
	g       unsafe.Pointer
	addr    uintptr
	next    *waiter
	granted uint32
}

// queue is a list of waiters behind a spin lock that is never held for long.
type queue struct {
	busy uint32
	head *waiter
	tail *waiter
	free *waiter
}

func (q *queue) lock() {
	for !atomic.CompareAndSwapUint32(&q.busy, 0, 1) {
		sys.Gosched()
	}
}

func (q *queue) unlock() { atomic.StoreUint32(&q.busy, 0) }

// add appends the current goroutine, or puts it first.
func (q *queue) add(addr *uint32, first bool) *waiter {
	w := q.free
	if w != nil {
		q.free = w.next
		w.next = nil
		w.granted = 0
	} else {
		w = new(waiter)
	}
	w.g = sys.Getg()
	w.addr = uintptr(unsafe.Pointer(addr))
	switch {
	case q.head == nil:
		q.head, q.tail = w, w
	case first:
		w.next = q.head
		q.head = w
	default:
		q.tail.next = w
		q.tail = w
	}
	return w
}

// remove takes the first waiter for addr out of the queue.
func (q *queue) remove(addr *uint32) *waiter {
	var prev *waiter
	for w := q.head; w != nil; prev, w = w, w.next {
		if w.addr != uintptr(unsafe.Pointer(addr)) {
			continue
		}
		if prev == nil {
			q.head = w.next
		} else {
			prev.next = w.next
		}
		if q.tail == w {
			q.tail = prev
		}
		w.next = nil
		return w
	}
	return nil
}

// wait parks until the waiter is granted what it waits for, and gives the waiter back.
func (q *queue) wait(w *waiter, reason int) {
	for atomic.LoadUint32(&w.granted) == 0 {
		sys.Park(reason)
	}
	q.lock()
	w.g = nil
	w.addr = 0
	w.next = q.free
	q.free = w
	q.unlock()
}

func (w *waiter) grant() {
	g := w.g
	atomic.StoreUint32(&w.granted, 1)
	sys.Ready(g)
}

// Waiters for semaphores, by address.
var queues [64]queue

func queueOf(addr *uint32) *queue { return &queues[uintptr(unsafe.Pointer(addr))>>3%64] }

func take(addr *uint32) bool {
	for {
		n := atomic.LoadUint32(addr)
		if n == 0 {
			return false
		}
		if atomic.CompareAndSwapUint32(addr, n, n-1) {
			return true
		}
	}
}

// semacquire waits until *addr is positive and takes one from it.
func semacquire(addr *uint32, reason int, first bool) {
	if take(addr) {
		return
	}
	q := queueOf(addr)
	q.lock()
	if take(addr) {
		q.unlock()
		return
	}
	w := q.add(addr, first)
	q.unlock()
	q.wait(w, reason)
	atomic.LoadUint32(addr) // Until here the address is in use.
}

// semrelease adds one to *addr and wakes a goroutine that waits for it.
func semrelease(addr *uint32) {
	q := queueOf(addr)
	atomic.AddUint32(addr, 1)
	q.lock()
	w := q.remove(addr)
	if w != nil && !take(addr) {
		// Someone else took it; the waiter goes back.
		w.next = q.head
		if q.head == nil {
			q.tail = w
		}
		q.head = w
		w = nil
	}
	q.unlock()
	if w != nil {
		w.grant()
	}
}
