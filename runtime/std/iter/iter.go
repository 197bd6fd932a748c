// Package iter has the types of iterators over sequences, and turns them into functions that are asked for values.
package iter

// Seq is an iterator over single values: it calls yield for each and stops when yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is an iterator over pairs of values: it calls yield for each and stops when yield returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull returns a function that gives the next value of seq at each call, with false when there is none, and a function
// that ends the iteration. The two may not run at the same time. The caller has to call stop unless next returned false.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var (
		v  V
		ok bool
		c  coroutine
	)
	c.body = func() {
		seq(func(x V) bool {
			v, ok = x, true
			return c.yield()
		})
	}
	next = func() (V, bool) {
		var zero V
		if c.done {
			return zero, false
		}
		ok = false
		c.resume()
		x := v
		v = zero
		return x, ok
	}
	return next, c.stop
}

// Pull2 is Pull for pairs of values.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		k  K
		v  V
		ok bool
		c  coroutine
	)
	c.body = func() {
		seq(func(x K, y V) bool {
			k, v, ok = x, y, true
			return c.yield()
		})
	}
	next = func() (K, V, bool) {
		var (
			noKey K
			zero  V
		)
		if c.done {
			return noKey, zero, false
		}
		ok = false
		c.resume()
		x, y := k, v
		k, v = noKey, zero
		return x, y, ok
	}
	return next, c.stop
}
