// Package sort sorts slices and other lists.
package sort

import (
	"internal/quicksort"
	"internal/rtype"
	"slices"
)

// Interface is a list that can be sorted.
type Interface interface {
	// Len is the number of elements.
	Len() int

	// Less reports whether element i must come before element j.
	Less(i, j int) bool

	// Swap exchanges two elements.
	Swap(i, j int)
}

// lessSwap is a list given by functions.
type lessSwap struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func (d lessSwap) Less(i, j int) bool { return d.less(i, j) }

func (d lessSwap) Swap(i, j int) { d.swap(i, j) }

// Sort sorts data; equal elements may change their order.
func Sort(data Interface) {
	if n := data.Len(); n > 1 {
		quicksort.Sort(data, n)
	}
}

// Stable sorts data and keeps the order of equal elements.
func Stable(data Interface) { quicksort.Stable(data, data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

// Slice sorts a slice by less; equal elements may change their order.
func Slice(x any, less func(i, j int) bool) {
	n := rtype.ValueOf(x).Len()
	quicksort.Sort(lessSwap{less, rtype.Swapper(x)}, n)
}

// SliceStable sorts a slice by less and keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) {
	n := rtype.ValueOf(x).Len()
	quicksort.Stable(lessSwap{less, rtype.Swapper(x)}, n)
}

// SliceIsSorted reports whether a slice is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := rtype.ValueOf(x).Len() - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse is data with the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// IntSlice sorts ints in increasing order.
type IntSlice []int

// Len is the number of elements.
func (x IntSlice) Len() int { return len(x) }

// Less compares two elements.
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap exchanges two elements.
func (x IntSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts the slice.
func (x IntSlice) Sort() { Sort(x) }

// Float64Slice sorts floats in increasing order, NaN first.
type Float64Slice []float64

func lessFloat(a, b float64) bool { return a < b || a != a && b == b }

// Len is the number of elements.
func (x Float64Slice) Len() int { return len(x) }

// Less compares two elements.
func (x Float64Slice) Less(i, j int) bool { return lessFloat(x[i], x[j]) }

// Swap exchanges two elements.
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts the slice.
func (x Float64Slice) Sort() { Sort(x) }

// StringSlice sorts strings in increasing order.
type StringSlice []string

// Len is the number of elements.
func (x StringSlice) Len() int { return len(x) }

// Less compares two elements.
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap exchanges two elements.
func (x StringSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts the slice.
func (x StringSlice) Sort() { Sort(x) }

// Ints sorts x in increasing order.
func Ints(x []int) { slices.Sort(x) }

// Float64s sorts x in increasing order, NaN first.
func Float64s(x []float64) { slices.Sort(x) }

// Strings sorts x in increasing order.
func Strings(x []string) { slices.Sort(x) }

// IntsAreSorted reports whether x is in increasing order.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is in increasing order, NaN first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is in increasing order.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }

// Search is the smallest i in [0, n) at which f is true, n if there is none; f must be false up to some point and
// true from there on.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		h := int(uint(lo+hi) >> 1)
		if !f(h) {
			lo = h + 1
		} else {
			hi = h
		}
	}
	return lo
}

// Find is the smallest i in [0, n) at which cmp(i) <= 0, n if there is none, and whether it is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	lo, hi := 0, n
	for lo < hi {
		h := int(uint(lo+hi) >> 1)
		if cmp(h) > 0 {
			lo = h + 1
		} else {
			hi = h
		}
	}
	return lo, lo < n && cmp(lo) == 0
}

// SearchInts is where x is, or would be, in the sorted a.
func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchFloat64s is where x is, or would be, in the sorted a.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings is where x is, or would be, in the sorted a.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// Search is SearchInts.
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Search is SearchFloat64s.
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// Search is SearchStrings.
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }
