// Package quicksort is the sorting of sort and slices: one body, which is compiled for each kind of list.
package quicksort

import "math/bits"

// List is what can be sorted: Less says whether element i must come before element j, Swap exchanges two elements.
type List interface {
	Less(i, j int) bool
	Swap(i, j int)
}

// What choosePivot sees.
const (
	unknown = iota
	increasing
	decreasing
)

// Sort sorts d[0:n]; equal elements may change their order.
func Sort[D List](d D, n int) { quick(d, 0, n, bits.Len(uint(n))) }

// quick sorts d[a:b]. The algorithm is pattern-defeating quicksort (Orson Peters); limit is how many bad pivots
// it takes before it falls back to heapsort.
func quick[D List](d D, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertion(d, a, b)
			return
		}
		if limit == 0 {
			heap(d, a, b)
			return
		}
		if !balanced {
			breakPatterns(d, a, b)
			limit--
		}
		pivot, hint := choosePivot(d, a, b)
		if hint == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				d.Swap(i, j)
			}
			pivot = b - 1 - (pivot - a)
			hint = increasing
		}
		if balanced && partitioned && hint == increasing && nearlySorted(d, a, b) {
			return
		}
		if a > 0 && !d.Less(a-1, pivot) {
			// The pivot is the least there is: take all that equal it out.
			a = partitionEqual(d, a, b, pivot)
			continue
		}
		mid, already := partition(d, a, b, pivot)
		partitioned = already
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			quick(d, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			quick(d, mid+1, b, limit)
			b = mid
		}
	}
}

func insertion[D List](d D, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

func siftDown[D List](d D, root, hi, first int) {
	for {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && d.Less(first+child, first+child+1) {
			child++
		}
		if !d.Less(first+root, first+child) {
			return
		}
		i, j := first+root, first+child
		d.Swap(i, j)
		root = child
	}
}

func heap[D List](d D, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(d, i, n, a)
	}
	for k := n - 1; k >= 0; k-- {
		i, j := a, a+k
		d.Swap(i, j)
		siftDown(d, 0, k, a)
	}
}

// partition puts what is less than the pivot before it and the rest behind; already says that nothing had to move.
func partition[D List](d D, a, b, pivot int) (mid int, already bool) {
	i, j := a, pivot
	d.Swap(i, j)
	i, j = a+1, b-1
	for already = true; ; already = false {
		for i <= j && d.Less(i, a) {
			i++
		}
		for i <= j && !d.Less(j, a) {
			j--
		}
		if i > j {
			break
		}
		d.Swap(i, j)
		i++
		j--
	}
	d.Swap(j, a)
	return j, already
}

// partitionEqual puts what equals the pivot first and returns where the rest begins.
func partitionEqual[D List](d D, a, b, pivot int) int {
	i, j := a, pivot
	d.Swap(i, j)
	i, j = a+1, b-1
	for {
		for i <= j && !d.Less(a, i) {
			i++
		}
		for i <= j && d.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// nearlySorted sorts d[a:b] if few moves are enough, and reports whether it did.
func nearlySorted[D List](d D, a, b int) bool {
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && !d.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		j := i
		d.Swap(j, j-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1; j-- {
				if !d.Less(j, j-1) {
					break
				}
				d.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b; j++ {
				if !d.Less(j, j-1) {
					break
				}
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

// breakPatterns moves three elements about, so that orders that give bad pivots are lost.
func breakPatterns[D List](d D, a, b int) {
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
		d.Swap(i, j)
	}
}

func choosePivot[D List](d D, a, b int) (pivot int, hint int) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i, swaps = median(d, i-1, i, i+1, swaps)
			j, swaps = median(d, j-1, j, j+1, swaps)
			k, swaps = median(d, k-1, k, k+1, swaps)
		}
		j, swaps = median(d, i, j, k, swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

// median is the index of the middle one of three elements; swaps counts what is out of order.
func median[D List](d D, a, b, c, swaps int) (int, int) {
	if d.Less(b, a) {
		swaps++
		a, b = b, a
	}
	if d.Less(c, b) {
		swaps++
		b, c = c, b
	}
	if d.Less(b, a) {
		swaps++
		a, b = b, a
	}
	return b, swaps
}

// Stable sorts d[0:n] and keeps the order of equal elements: insertion sort of blocks, merged in place.
func Stable[D List](d D, n int) {
	size := 20
	a, b := 0, size
	for b <= n {
		insertion(d, a, b)
		a = b
		b += size
	}
	insertion(d, a, n)
	for size < n {
		a, b = 0, 2*size
		for b <= n {
			merge(d, a, a+size, b)
			a = b
			b += 2 * size
		}
		if m := a + size; m < n {
			merge(d, a, m, n)
		}
		size *= 2
	}
}

// merge merges d[a:m] and d[m:b] by rotations (SymMerge: Kim and Kutzner, "Stable minimum storage merging by
// symmetric comparisons").
func merge[D List](d D, a, m, b int) {
	if m-a == 1 {
		lo, hi := m, b
		for lo < hi {
			h := int(uint(lo+hi) >> 1)
			if d.Less(h, a) {
				lo = h + 1
			} else {
				hi = h
			}
		}
		for j := a + 1; j < lo; j++ {
			d.Swap(j, j-1)
		}
		return
	}
	if b-m == 1 {
		lo, hi := a, m
		for lo < hi {
			h := int(uint(lo+hi) >> 1)
			if !d.Less(m, h) {
				lo = h + 1
			} else {
				hi = h
			}
		}
		for j := m; j > lo; j-- {
			d.Swap(j, j-1)
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
		if !d.Less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		rotate(d, start, m, end)
	}
	if a < start && start < mid {
		merge(d, a, start, mid)
	}
	if mid < end && end < b {
		merge(d, mid, end, b)
	}
}

// rotate exchanges d[a:m] and d[m:b].
func rotate[D List](d D, a, m, b int) {
	l, r := m-a, b-m
	for l != r {
		if l > r {
			exchange(d, m-l, m, r)
			l -= r
		} else {
			exchange(d, m-l, m+r-l, l)
			r -= l
		}
	}
	exchange(d, m-l, m, l)
}

func exchange[D List](d D, a, b, n int) {
	for k := 0; k < n; k++ {
		i, j := a+k, b+k
		d.Swap(i, j)
	}
}
