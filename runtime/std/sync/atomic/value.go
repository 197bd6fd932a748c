package atomic

import "unsafe"

// Value holds a value of any one type.
type Value struct{ v any }

// words are an interface in memory: the type and the data.
type words struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

// storing marks a Value whose first value is being stored.
var storing byte

// Load returns the value, nil if none was stored.
func (v *Value) Load() (val any) {
	p := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&p.typ)
	if typ == nil || typ == unsafe.Pointer(&storing) {
		return nil
	}
	w := words{typ, LoadPointer(&p.data)}
	return *(*any)(unsafe.Pointer(&w))
}

// begin claims the right to store the first value. Otherwise it returns the type of the value that is there.
func (p *words) begin() unsafe.Pointer {
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil {
			if CompareAndSwapPointer(&p.typ, nil, unsafe.Pointer(&storing)) {
				return nil
			}
		} else if typ != unsafe.Pointer(&storing) {
			return typ
		}
	}
}

// Store sets the value. All values of one Value have the same type.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	p := (*words)(unsafe.Pointer(v))
	n := (*words)(unsafe.Pointer(&val))
	switch typ := p.begin(); typ {
	case nil:
		StorePointer(&p.data, n.data)
		StorePointer(&p.typ, n.typ)
	case n.typ:
		StorePointer(&p.data, n.data)
	default:
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
}

// Swap sets the value and returns the old one.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	p := (*words)(unsafe.Pointer(v))
	n := (*words)(unsafe.Pointer(&new))
	switch typ := p.begin(); typ {
	case nil:
		StorePointer(&p.data, n.data)
		StorePointer(&p.typ, n.typ)
		return nil
	case n.typ:
		w := words{typ, SwapPointer(&p.data, n.data)}
		return *(*any)(unsafe.Pointer(&w))
	}
	panic("sync/atomic: swap of inconsistently typed value into Value")
}

// CompareAndSwap sets the value to new if it is old, and reports whether it was.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	p := (*words)(unsafe.Pointer(v))
	n := (*words)(unsafe.Pointer(&new))
	o := (*words)(unsafe.Pointer(&old))
	if o.typ != nil && o.typ != n.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if old == nil {
		if !CompareAndSwapPointer(&p.typ, nil, unsafe.Pointer(&storing)) {
			return false
		}
		StorePointer(&p.data, n.data)
		StorePointer(&p.typ, n.typ)
		return true
	}
	for {
		now := v.Load()
		if now == nil {
			return false
		}
		w := (*words)(unsafe.Pointer(&now))
		if w.typ != n.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		if now != old {
			return false
		}
		if CompareAndSwapPointer(&p.data, w.data, n.data) {
			return true
		}
	}
}
