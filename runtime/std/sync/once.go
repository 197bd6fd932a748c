package sync

import "sync/atomic"

// Once does something once.
type Once struct {
	_    noCopy
	done uint32
	m    Mutex
}

// Do calls f unless it was called before; all callers return after f has.
func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

// OnceFunc returns a function that calls f the first time; if f panics, so does every call.
func OnceFunc(f func()) func() {
	var once Once
	valid := false
	var failure any
	first := func() {
		defer func() {
			failure = recover()
			if !valid {
				panic(failure)
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(first)
		if !valid {
			panic(failure)
		}
	}
}

// OnceValue returns a function that calls f the first time and returns its result; if f panics, so does every call.
func OnceValue[T any](f func() T) func() T {
	var result T
	once := OnceFunc(func() {
		result = f()
		f = nil
	})
	return func() T {
		once()
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var (
		r1 T1
		r2 T2
	)
	once := OnceFunc(func() {
		r1, r2 = f()
		f = nil
	})
	return func() (T1, T2) {
		once()
		return r1, r2
	}
}
