package sync



// Cond lets goroutines wait for an event that another announces.
type Cond struct {
	noCopy noCopy

	// L is held when the condition is looked at or changed.
	L Locker

	q queue
}

// NewCond makes a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits to be woken, and locks c.L again.
func (c *Cond) Wait() {
	c.q.lock()
	w := c.q.add(nil, false)
	c.q.unlock()
	c.L.Unlock()
	c.q.wait(w, waitCond)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest.
func (c *Cond) Signal() {
	c.q.lock()
	w := c.q.remove(nil)
	c.q.unlock()
	if w != nil {
		w.grant()
	}
}

// Broadcast wakes all waiting goroutines.
func (c *Cond) Broadcast() {
	c.q.lock()
	w := c.q.head
	c.q.head, c.q.tail = nil, nil
	c.q.unlock()
	for w != nil {
		next := w.next
		w.next = nil
		w.grant()
		w = next
	}
}

