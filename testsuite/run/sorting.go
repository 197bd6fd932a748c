// Package sort: slices, custom orders, stability, search, reverse.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
}

type byAge []person

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }
func (b byAge) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	ints := []int{5, 2, 8, -1, 9, 0, 2}
	sort.Ints(ints)
	fmt.Println(ints, sort.IntsAreSorted(ints))
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	words := strings.Fields("pear Apple fig banana apple")
	sort.Strings(words)
	fmt.Println(words)
	sort.Slice(words, func(i, j int) bool {
		if len(words[i]) != len(words[j]) {
			return len(words[i]) < len(words[j])
		}
		return words[i] < words[j]
	})
	fmt.Println(words)
	fs := []float64{2.5, -1, 1e9, 0}
	sort.Float64s(fs)
	fmt.Println(fs)
	people := []person{{"a", 30}, {"b", 25}, {"c", 30}, {"d", 25}, {"e", 41}}
	sort.Stable(byAge(people))
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].age > people[j].age })
	fmt.Println(people)
	sort.Ints(ints)
	fmt.Println(sort.SearchInts(ints, 2), sort.SearchInts(ints, 100), sort.Search(1000, func(i int) bool { return i*i >= 500 }))
	fmt.Println(sort.SearchStrings([]string{"a", "c"}, "b"))
	big := make([]int, 5000)
	seed := uint32(1)
	for i := range big {
		seed = seed*1103515245 + 12345
		big[i] = int(seed >> 16 % 1000)
	}
	sum := 0
	for _, v := range big {
		sum += v
	}
	sort.Ints(big)
	for _, v := range big {
		sum -= v
	}
	fmt.Println(sort.IntsAreSorted(big), sum, big[0], big[4999])
	m := map[string]int{"z": 1, "y": 3, "x": 2}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] < m[keys[j]] })
	fmt.Println(keys)
}
