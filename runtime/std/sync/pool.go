package sync

import "sync/atomic"

// Pool keeps objects for reuse.
type Pool struct {
	busy  uint32
	items []any

	// New makes an object when the pool is empty.
	New func() any
}

// Get takes an object from the pool, or makes one.
func (p *Pool) Get() any {
	if atomic.CompareAndSwapUint32(&p.busy, 0, 1) {
		if n := len(p.items); n > 0 {
			x := p.items[n-1]
			p.items[n-1] = nil
			p.items = p.items[:n-1]
			atomic.StoreUint32(&p.busy, 0)
			return x
		}
		atomic.StoreUint32(&p.busy, 0)
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put adds an object. It is dropped when another thread is at the pool: losing an object is always right.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if atomic.CompareAndSwapUint32(&p.busy, 0, 1) {
		p.items = append(p.items, x)
		atomic.StoreUint32(&p.busy, 0)
	}
}
