package slices

import "math/bits"

// quickFunc sorts d[a:b]. The algorithm is pattern-defeating quicksort (Orson Peters); limit is how many bad pivots
// it takes before it falls back to heapsort.
func quickFunc[E any](d []E, cmp func(a, b E) int, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertionFunc(d, cmp, a, b)
			return
		}
		if limit == 0 {
			heapFunc(d, cmp, a, b)
			return
		}
		if !balanced {
			breakPatternsFunc(d, cmp, a, b)
			limit--
		}
		pivot, hint := choosePivotFunc(d, cmp, a, b)
		if hint == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				d[i], d[j] = d[j], d[i]
			}
			pivot = b - 1 - (pivot - a)
			hint = increasing
		}
		if balanced && partitioned && hint == increasing && nearlySortedFunc(d, cmp, a, b) {
			return
		}
		if a > 0 && cmp(d[a-1], d[pivot]) >= 0 {
			// The pivot is the least there is: take all that equal it out.
			a = partitionEqualFunc(d, cmp, a, b, pivot)
			continue
		}
		mid, already := partitionFunc(d, cmp, a, b, pivot)
		partitioned = already
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			quickFunc(d, cmp, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			quickFunc(d, cmp, mid+1, b, limit)
			b = mid
		}
	}
}

func insertionFunc[E any](d []E, cmp func(a, b E) int, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && cmp(d[j], d[j-1]) < 0; j-- {
			d[j], d[j-1] = d[j-1], d[j]
		}
	}
}

func siftDownFunc[E any](d []E, cmp func(a, b E) int, root, hi, first int) {
	for {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && cmp(d[first+child], d[first+child+1]) < 0 {
			child++
		}
		if cmp(d[first+root], d[first+child]) >= 0 {
			return
		}
		i, j := first+root, first+child
		d[i], d[j] = d[j], d[i]
		root = child
	}
}

func heapFunc[E any](d []E, cmp func(a, b E) int, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDownFunc(d, cmp, i, n, a)
	}
	for k := n - 1; k >= 0; k-- {
		i, j := a, a+k
		d[i], d[j] = d[j], d[i]
		siftDownFunc(d, cmp, 0, k, a)
	}
}

// partitionFunc puts what is less than the pivot before it and the rest behind; already says that nothing had to move.
func partitionFunc[E any](d []E, cmp func(a, b E) int, a, b, pivot int) (mid int, already bool) {
	i, j := a, pivot
	d[i], d[j] = d[j], d[i]
	i, j = a+1, b-1
	for already = true; ; already = false {
		for i <= j && cmp(d[i], d[a]) < 0 {
			i++
		}
		for i <= j && cmp(d[j], d[a]) >= 0 {
			j--
		}
		if i > j {
			break
		}
		d[i], d[j] = d[j], d[i]
		i++
		j--
	}
	d[j], d[a] = d[a], d[j]
	return j, already
}

// partitionEqualFunc puts what equals the pivot first and returns where the rest begins.
func partitionEqualFunc[E any](d []E, cmp func(a, b E) int, a, b, pivot int) int {
	i, j := a, pivot
	d[i], d[j] = d[j], d[i]
	i, j = a+1, b-1
	for {
		for i <= j && cmp(d[a], d[i]) >= 0 {
			i++
		}
		for i <= j && cmp(d[a], d[j]) < 0 {
			j--
		}
		if i > j {
			return i
		}
		d[i], d[j] = d[j], d[i]
		i++
		j--
	}
}

// nearlySortedFunc sorts d[a:b] if few moves are enough, and reports whether it did.
func nearlySortedFunc[E any](d []E, cmp func(a, b E) int, a, b int) bool {
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && cmp(d[i], d[i-1]) >= 0 {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		j := i
		d[j], d[j-1] = d[j-1], d[j]
		if i-a >= 2 {
			for j := i - 1; j >= 1; j-- {
				if cmp(d[j], d[j-1]) >= 0 {
					break
				}
				d[j], d[j-1] = d[j-1], d[j]
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b; j++ {
				if cmp(d[j], d[j-1]) >= 0 {
					break
				}
				d[j], d[j-1] = d[j-1], d[j]
			}
		}
	}
	return false
}

// breakPatternsFunc moves three elements about, so that orders that give bad pivots are lost.
func breakPatternsFunc[E any](d []E, cmp func(a, b E) int, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	middle := a + n/4*2 - 1
	for k := 0; k < 3; k++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		i, j := middle+k, a+other
		d[i], d[j] = d[j], d[i]
	}
}

func choosePivotFunc[E any](d []E, cmp func(a, b E) int, a, b int) (pivot int, hint int) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i, swaps = medianFunc(d, cmp, i-1, i, i+1, swaps)
			j, swaps = medianFunc(d, cmp, j-1, j, j+1, swaps)
			k, swaps = medianFunc(d, cmp, k-1, k, k+1, swaps)
		}
		j, swaps = medianFunc(d, cmp, i, j, k, swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

// medianFunc is the index of the middle one of three elements; swaps counts what is out of order.
func medianFunc[E any](d []E, cmp func(a, b E) int, a, b, c, swaps int) (int, int) {
	if cmp(d[b], d[a]) < 0 {
		swaps++
		a, b = b, a
	}
	if cmp(d[c], d[b]) < 0 {
		swaps++
		b, c = c, b
	}
	if cmp(d[b], d[a]) < 0 {
		swaps++
		a, b = b, a
	}
	return b, swaps
}

// stableFunc sorts d[0:n] and keeps the order of equal elements: insertion sort of blocks, merged in place.
func stableFunc[E any](d []E, cmp func(a, b E) int, n int) {
	size := 20
	a, b := 0, size
	for b <= n {
		insertionFunc(d, cmp, a, b)
		a = b
		b += size
	}
	insertionFunc(d, cmp, a, n)
	for size < n {
		a, b = 0, 2*size
		for b <= n {
			mergeFunc(d, cmp, a, a+size, b)
			a = b
			b += 2 * size
		}
		if m := a + size; m < n {
			mergeFunc(d, cmp, a, m, n)
		}
		size *= 2
	}
}

// mergeFunc merges d[a:m] and d[m:b] by rotations (SymMerge: Kim and Kutzner, "Stable minimum storage merging by
// symmetric comparisons").
func mergeFunc[E any](d []E, cmp func(a, b E) int, a, m, b int) {
	if m-a == 1 {
		lo, hi := m, b
		for lo < hi {
			h := int(uint(lo+hi) >> 1)
			if cmp(d[h], d[a]) < 0 {
				lo = h + 1
			} else {
				hi = h
			}
		}
		for j := a + 1; j < lo; j++ {
			d[j], d[j-1] = d[j-1], d[j]
		}
		return
	}
	if b-m == 1 {
		lo, hi := a, m
		for lo < hi {
			h := int(uint(lo+hi) >> 1)
			if cmp(d[m], d[h]) >= 0 {
				lo = h + 1
			} else {
				hi = h
			}
		}
		for j := m; j > lo; j-- {
			d[j], d[j-1] = d[j-1], d[j]
		}
		return
	}
	mid := int(uint(a+b) >> 1)
	n := mid + m
	var start, r int
	if m > mid {
		start, r = n-b, mid
	} else {
		start, r = a, m
	}
	p := n - 1
	for start < r {
		c := int(uint(start+r) >> 1)
		if cmp(d[p-c], d[c]) >= 0 {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		rotateFunc(d, cmp, start, m, end)
	}
	if a < start && start < mid {
		mergeFunc(d, cmp, a, start, mid)
	}
	if mid < end && end < b {
		mergeFunc(d, cmp, mid, end, b)
	}
}

// rotateFunc exchanges d[a:m] and d[m:b].
func rotateFunc[E any](d []E, cmp func(a, b E) int, a, m, b int) {
	l, r := m-a, b-m
	for l != r {
		if l > r {
			exchangeFunc(d, cmp, m-l, m, r)
			l -= r
		} else {
			exchangeFunc(d, cmp, m-l, m+r-l, l)
			r -= l
		}
	}
	exchangeFunc(d, cmp, m-l, m, l)
}

func exchangeFunc[E any](d []E, cmp func(a, b E) int, a, b, n int) {
	for k := 0; k < n; k++ {
		i, j := a+k, b+k
		d[i], d[j] = d[j], d[i]
	}
}
