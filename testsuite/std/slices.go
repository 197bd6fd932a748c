// Packages cmp, slices, maps and iter, every function with its edge cases. Sequences are used by calling them.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

var nan = math.NaN()

type pair struct {
	k string
	v int
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
		fmt.Println("exhausted")
	}
}

func compare() {
	fmt.Println(cmp.Compare(1, 2), cmp.Compare(2, 1), cmp.Compare("a", "a"))
	fmt.Println(cmp.Compare(nan, 1), cmp.Compare(1, nan), cmp.Compare(nan, nan), cmp.Compare(math.Inf(-1), nan))
	fmt.Println(cmp.Compare(0.0, math.Copysign(0, -1)))
	fmt.Println(cmp.Less(1, 2), cmp.Less(nan, 1), cmp.Less(1, nan), cmp.Less(nan, nan), cmp.Less("b", "a"))
	fmt.Println(cmp.Or(0, 0, 3, 4), cmp.Or[string](), cmp.Or("", "x"), cmp.Or(pair{}, pair{"a", 1}))
}

func search() {
	s := []int{1, 3, 3, 5, 9}
	for _, x := range []int{0, 1, 2, 3, 4, 9, 10} {
		i, ok := slices.BinarySearch(s, x)
		j, ok2 := slices.BinarySearchFunc(s, fmt.Sprint(x), func(e int, t string) int { return cmp.Compare(fmt.Sprint(e), t) })
		fmt.Print(i, ok, j, ok2, " ")
	}
	fmt.Println()
	fmt.Println(slices.BinarySearch([]float64{nan, nan, 1}, nan))
	fmt.Println(slices.BinarySearch([]float64{1, 2}, nan))
	fmt.Println(slices.Index(s, 3), slices.Index(s, 4), slices.Contains(s, 9), slices.Contains(s, 8))
	fmt.Println(slices.IndexFunc(s, func(x int) bool { return x > 3 }), slices.ContainsFunc(s, func(x int) bool { return x < 0 }))
	fmt.Println(slices.Index([]float64{nan}, nan))
	fmt.Println(slices.Min(s), slices.Max(s), slices.Min([]float64{1, nan, -1}), slices.Max([]float64{nan, 2}))
	ps := []pair{{"a", 2}, {"b", 1}, {"c", 2}, {"d", 1}}
	byV := func(x, y pair) int { return cmp.Compare(x.v, y.v) }
	fmt.Println(slices.MinFunc(ps, byV), slices.MaxFunc(ps, byV))
	try("Min", func() { slices.Min([]int{}) })
	try("Max", func() { slices.Max([]int{}) })
	try("MinFunc", func() { slices.MinFunc([]pair{}, byV) })
	try("MaxFunc", func() { slices.MaxFunc([]pair{}, byV) })
}

func equal() {
	fmt.Println(slices.Equal([]int(nil), []int{}), slices.Equal([]int{1}, []int{1, 2}), slices.Equal([]float64{nan}, []float64{nan}))
	fmt.Println(slices.EqualFunc([]int{1, 2}, []string{"1", "2"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
	fmt.Println(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{1}, []int{1, 3}), slices.Compare([]int{2}, []int{1, 3}),
		slices.Compare([]int{1, 3}, []int{1}), slices.Compare([]float64{nan}, []float64{nan}))
	fmt.Println(slices.CompareFunc([]int{1, 2}, []string{"1", "0"}, func(a int, b string) int { return strings.Compare(fmt.Sprint(a), b) }))
}

func show(s []int) { fmt.Println(s, len(s), s[:cap(s)][len(s):min(cap(s), len(s)+4)]) }

func change() {
	base := func() []int { return append(make([]int, 0, 12), 1, 2, 3, 4, 5) }
	show(slices.Insert(base(), 0, 9, 8))
	show(slices.Insert(base(), 5, 9, 8))
	show(slices.Insert(base(), 2))
	s := base()
	show(slices.Insert(s, 1, s[2:4]...))
	s = base()
	show(slices.Insert(s, 3, s[:]...))
	s = []int{1, 2, 3}
	fmt.Println(slices.Insert(s, 1, 7, 7, 7), s)
	try("Insert", func() { slices.Insert(s, 4, 1) })
	try("Insert", func() { slices.Insert(s, -1, 1) })

	s = base()
	show(slices.Delete(s, 1, 3))
	fmt.Println(s)
	show(slices.Delete(base(), 2, 2))
	show(slices.Delete(base(), 0, 5))
	try("Delete", func() { slices.Delete(base(), 3, 2) })
	try("Delete", func() { slices.Delete(base(), 3, 6) })
	s = base()
	show(slices.DeleteFunc(s, func(x int) bool { return x%2 == 0 }))
	fmt.Println(s)
	show(slices.DeleteFunc(base(), func(x int) bool { return x > 10 }))
	show(slices.DeleteFunc(base(), func(x int) bool { return true }))

	s = base()
	show(slices.Replace(s, 1, 3, 9))
	fmt.Println(s)
	show(slices.Replace(base(), 1, 3, 9, 8))
	show(slices.Replace(base(), 1, 3, 9, 8, 7, 6))
	show(slices.Replace(base(), 1, 1, 9, 8))
	show(slices.Replace(base(), 1, 5, 9, 8))
	s = base()
	show(slices.Replace(s, 1, 2, s[2:5]...))
	s = base()
	show(slices.Replace(s, 0, 3, s[2:4]...))
	fmt.Println(slices.Replace([]int{1, 2, 3}, 0, 1, 7, 8, 9))
	try("Replace", func() { slices.Replace(base(), 2, 1) })

	show(slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}))
	show(slices.Compact([]int{1, 2, 3}))
	s = []int{1, 1, 2}
	fmt.Println(slices.Compact(s), s)
	fmt.Println(slices.Compact([]int{}), slices.Compact([]int(nil)) == nil)
	fmt.Printf("%q\n", slices.CompactFunc([]string{"a", "A", "b", "B", "b", "c"}, strings.EqualFold))
	s = base()
	slices.Reverse(s)
	fmt.Println(s)
	slices.Reverse([]int{})

	s = slices.Clone(base())
	fmt.Println(s, slices.Clone([]int(nil)) == nil, slices.Clone([]int{}) == nil)
	g := slices.Grow([]int{1}, 10)
	fmt.Println(g, cap(g) >= 11, slices.Grow([]int(nil), 0) == nil, cap(slices.Clip(g)))
	try("Grow", func() { slices.Grow(g, -1) })
	fmt.Println(slices.Concat([]int{1}, nil, []int{2, 3}), slices.Concat[[]int]() == nil, slices.Concat([]int{}) == nil)
	fmt.Println(slices.Repeat([]int{1, 2}, 3), slices.Repeat([]int{1}, 0) == nil)
	try("Repeat", func() { slices.Repeat([]int{1}, -1) })
	try("Repeat", func() { slices.Repeat([]int{1, 2, 3}, math.MaxInt/2) })
}

func sorting() {
	x := uint32(7)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 16)
	}
	for _, n := range []int{0, 1, 2, 12, 13, 50, 100, 1000} {
		for mod := 1; mod < 2000; mod *= 7 {
			a := make([]int, n)
			p := make([]pair, n)
			for i := range a {
				a[i] = next() % mod
				p[i] = pair{fmt.Sprint(i), a[i] % 10}
			}
			q := slices.Clone(p)
			slices.Sort(a)
			byV := func(x, y pair) int { return x.v - y.v }
			slices.SortFunc(p, byV)
			slices.SortStableFunc(q, byV)
			h := 0
			for i := range p {
				h = h*31 + p[i].v*len(p[i].k) + len(q[i].k) + int(p[i].k[0])*int(q[i].k[len(q[i].k)-1])
			}
			fmt.Println(n, mod, slices.IsSorted(a), slices.IsSortedFunc(p, byV), slices.IsSortedFunc(q, byV), h)
		}
	}
	f := []float64{3, nan, -1, math.Inf(1), nan, 0, math.Inf(-1)}
	slices.Sort(f)
	fmt.Println(f, slices.IsSorted(f), slices.IsSorted([]float64{1, nan}))
	w := strings.Fields("the quick brown fox jumps over the lazy dog")
	slices.Sort(w)
	fmt.Println(w)
	d := make([]int, 200)
	for i := range d {
		d[i] = -i
	}
	slices.Sort(d)
	fmt.Println(d[0], d[199], slices.IsSorted(d), slices.IsSortedFunc([]int{2, 1}, cmp.Compare[int]))
}

func sequences() {
	s := []string{"a", "b", "c", "d", "e"}
	slices.All(s)(func(i int, v string) bool { fmt.Print(i, v, " "); return i < 2 })
	slices.Backward(s)(func(i int, v string) bool { fmt.Print(i, v, " "); return i > 2 })
	slices.Values(s)(func(v string) bool { fmt.Print(v, " "); return v < "d" })
	fmt.Println()
	fmt.Println(slices.Collect(slices.Values(s)), slices.Collect(slices.Values([]int{})) == nil)
	fmt.Println(slices.AppendSeq([]int{7}, count(3)))
	fmt.Println(slices.Sorted(slices.Values([]int{3, 1, 2})))
	fmt.Println(slices.SortedFunc(slices.Values(s), func(a, b string) int { return cmp.Compare(b, a) }))
	fmt.Println(slices.SortedStableFunc(slices.Values(s), func(a, b string) int { return 0 }))
	slices.Chunk(s, 2)(func(c []string) bool { fmt.Print(c, len(c), cap(c), " "); return true })
	slices.Chunk(s, 2)(func(c []string) bool { fmt.Print(c); return false })
	slices.Chunk([]int{}, 2)(func(c []int) bool { fmt.Print(c); return false })
	fmt.Println()
	try("Chunk", func() { slices.Chunk(s, 0) })
}

func mapFunctions() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	fmt.Println(maps.Equal(m, map[string]int{"a": 1, "b": 2, "c": 3}), maps.Equal(m, map[string]int{"a": 1, "b": 2}), maps.Equal(m, map[string]int{"a": 1, "b": 2, "d": 3}))
	fmt.Println(maps.EqualFunc(m, map[string]string{"a": "1", "b": "2", "c": "3"}, func(a int, b string) bool { return fmt.Sprint(a) == b }))
	fmt.Println(maps.Equal(map[float64]int{nan: 1}, map[float64]int{nan: 1}))
	c := maps.Clone(m)
	c["z"] = 26
	fmt.Println(m, c, maps.Clone(map[int]int(nil)) == nil)
	maps.Copy(c, map[string]int{"a": 100, "y": 25})
	fmt.Println(c)
	maps.DeleteFunc(c, func(k string, v int) bool { return v > 20 })
	fmt.Println(c)
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	n := 0
	maps.All(m)(func(k string, v int) bool { n += v; return true })
	maps.Keys(m)(func(k string) bool { n++; return false })
	fmt.Println(n, maps.Collect(slices.All([]string{"x", "y"})))
	d := map[int]string{0: "old", 5: "five"}
	maps.Insert(d, slices.All([]string{"x", "y"}))
	fmt.Println(d)
}

func pulling() {
	next, stop := iter.Pull(count(3))
	for i := 0; i < 5; i++ {
		fmt.Println(next())
	}
	stop()
	next, stop = iter.Pull(count(3))
	fmt.Println(next())
	stop()
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(count(3))
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(slices.All([]string{"p", "q"}))
	for {
		i, s, ok := next2()
		fmt.Println(i, s, ok)
		if !ok {
			break
		}
	}
	stop2()
	next2, stop2 = iter.Pull2(slices.All([]string{"p", "q"}))
	next2()
	stop2()
	fmt.Println(next2())
	bad := func(yield func(int) bool) {
		yield(1)
		panic("in the sequence")
	}
	next, stop = iter.Pull(bad)
	fmt.Println(next())
	try("next", func() { next() })
	fmt.Println(next())
	next, stop = iter.Pull(bad)
	fmt.Println(next())
	try("stop", stop)
	fmt.Println(next())
	// Two sequences in step, as people merge them.
	a, stopA := iter.Pull(slices.Values([]int{1, 4, 5}))
	b, stopB := iter.Pull(slices.Values([]int{2, 3, 6}))
	x, okA := a()
	y, okB := b()
	for okA || okB {
		if okA && (!okB || x < y) {
			fmt.Print(x, " ")
			x, okA = a()
		} else {
			fmt.Print(y, " ")
			y, okB = b()
		}
	}
	stopA()
	stopB()
	fmt.Println()
}

func main() {
	compare()
	search()
	equal()
	change()
	sorting()
	sequences()
	mapFunctions()
	pulling()
}
