package main

import (
	"fmt"
	"math/rand"
	"sort"
)

type person struct {
	name string
	age  int
}

type byAge []person

func (p byAge) Len() int           { return len(p) }
func (p byAge) Less(i, j int) bool { return p[i].age < p[j].age }
func (p byAge) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Int(), r.Intn(100), r.Int63n(1e15), r.Float64(), r.Float32(), r.Uint32(), r.Uint64(), r.NormFloat64(), r.ExpFloat64(), r.Perm(10), r.Int31n(7))
	for _, n := range []int{0, 1, 2, 5, 12, 13, 50, 51, 200, 1000} {
		p := make([]person, n)
		for i := range p {
			p[i] = person{fmt.Sprint("p", i), r.Intn(n/4 + 1)}
		}
		q := append([]person(nil), p...)
		sort.Sort(byAge(q))
		fmt.Println(n, hash(q), sort.IsSorted(byAge(q)))
		q = append(q[:0], p...)
		sort.Slice(q, func(i, j int) bool { return q[i].age < q[j].age })
		fmt.Println(hash(q))
		q = append(q[:0], p...)
		sort.Stable(byAge(q))
		fmt.Println(hash(q))
		q = append(q[:0], p...)
		sort.SliceStable(q, func(i, j int) bool { return q[i].age > q[j].age })
		fmt.Println(hash(q))
		sort.Sort(sort.Reverse(byAge(q)))
		fmt.Println(hash(q))
	}
	s := []string{"pear", "apple", "fig", "banana"}
	sort.Strings(s)
	f := []float64{2.5, -1, 0, 1e9}
	sort.Float64s(f)
	x := []int{5, 2, 8, 1}
	sort.Ints(x)
	fmt.Println(s, f, x, sort.SearchInts(x, 5), sort.SearchStrings(s, "cherry"), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.Find(len(s), func(i int) int {
		switch {
		case s[i] == "fig":
			return 0
		case s[i] < "fig":
			return 1
		}
		return -1
	}))
	r.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
	fmt.Println(x)
}

func hash(p []person) uint32 {
	h := uint32(2166136261)
	for _, x := range p {
		for i := 0; i < len(x.name); i++ {
			h = (h ^ uint32(x.name[i])) * 16777619
		}
	}
	return h
}
