package slices

import (
	"cmp"
	"math/bits"
)

// quickOrdered sorts d[a:b]. The algorithm is pattern-defeating quicksort (Orson Peters); limit is how many bad pivots
// it takes before it falls back to heapsort.
func quickOrdered[E cmp.Ordered](d []E, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertionOrdered(d, a, b)
			return
		}
		if limit == 0 {
			heapOrdered(d, a, b)
			return
		}
		if !balanced {
			breakPatternsOrdered(d, a, b)
			limit--
		}
		pivot, hint := choosePivotOrdered(d, a, b)
		if hint == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				d[i], d[j] = d[j], d[i]
			}
			pivot = b - 1 - (pivot - a)
			hint = increasing
		}
		if balanced && partitioned && hint == increasing && nearlySortedOrdered(d, a, b) {
			return
		}
		if a > 0 && !cmp.Less(d[a-1], d[pivot]) {
			// The pivot is the least there is: take all that equal it out.
			a = partitionEqualOrdered(d, a, b, pivot)
			continue
		}
		mid, already := partitionOrdered(d, a, b, pivot)
		partitioned = already
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			quickOrdered(d, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			quickOrdered(d, mid+1, b, limit)
			b = mid
		}
	}
}

func insertionOrdered[E cmp.Ordered](d []E, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && cmp.Less(d[j], d[j-1]); j-- {
			d[j], d[j-1] = d[j-1], d[j]
		}
	}
}

func siftDownOrdered[E cmp.Ordered](d []E, root, hi, first int) {
	for {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && cmp.Less(d[first+child], d[first+child+1]) {
			child++
		}
		if !cmp.Less(d[first+root], d[first+child]) {
			return
		}
		i, j := first+root, first+child
		d[i], d[j] = d[j], d[i]
		root = child
	}
}

func heapOrdered[E cmp.Ordered](d []E, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDownOrdered(d, i, n, a)
	}
	for k := n - 1; k >= 0; k-- {
		i, j := a, a+k
		d[i], d[j] = d[j], d[i]
		siftDownOrdered(d, 0, k, a)
	}
}

// partitionOrdered puts what is less than the pivot before it and the rest behind; already says that nothing had to move.
func partitionOrdered[E cmp.Ordered](d []E, a, b, pivot int) (mid int, already bool) {
	i, j := a, pivot
	d[i], d[j] = d[j], d[i]
	i, j = a+1, b-1
	for already = true; ; already = false {
		for i <= j && cmp.Less(d[i], d[a]) {
			i++
		}
		for i <= j && !cmp.Less(d[j], d[a]) {
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

// partitionEqualOrdered puts what equals the pivot first and returns where the rest begins.
func partitionEqualOrdered[E cmp.Ordered](d []E, a, b, pivot int) int {
	i, j := a, pivot
	d[i], d[j] = d[j], d[i]
	i, j = a+1, b-1
	for {
		for i <= j && !cmp.Less(d[a], d[i]) {
			i++
		}
		for i <= j && cmp.Less(d[a], d[j]) {
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

// nearlySortedOrdered sorts d[a:b] if few moves are enough, and reports whether it did.
func nearlySortedOrdered[E cmp.Ordered](d []E, a, b int) bool {
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && !cmp.Less(d[i], d[i-1]) {
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
				if !cmp.Less(d[j], d[j-1]) {
					break
				}
				d[j], d[j-1] = d[j-1], d[j]
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b; j++ {
				if !cmp.Less(d[j], d[j-1]) {
					break
				}
				d[j], d[j-1] = d[j-1], d[j]
			}
		}
	}
	return false
}

// breakPatternsOrdered moves three elements about, so that orders that give bad pivots are lost.
func breakPatternsOrdered[E cmp.Ordered](d []E, a, b int) {
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

func choosePivotOrdered[E cmp.Ordered](d []E, a, b int) (pivot int, hint int) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i, swaps = medianOrdered(d, i-1, i, i+1, swaps)
			j, swaps = medianOrdered(d, j-1, j, j+1, swaps)
			k, swaps = medianOrdered(d, k-1, k, k+1, swaps)
		}
		j, swaps = medianOrdered(d, i, j, k, swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

// medianOrdered is the index of the middle one of three elements; swaps counts what is out of order.
func medianOrdered[E cmp.Ordered](d []E, a, b, c, swaps int) (int, int) {
	if cmp.Less(d[b], d[a]) {
		swaps++
		a, b = b, a
	}
	if cmp.Less(d[c], d[b]) {
		swaps++
		b, c = c, b
	}
	if cmp.Less(d[b], d[a]) {
		swaps++
		a, b = b, a
	}
	return b, swaps
}
