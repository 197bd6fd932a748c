// Maps: literals, comma-ok, delete, nil maps, nesting, values that are structs and functions.
package main

import (
	"fmt"
	"sort"
)

type point struct{ x, y int }

func main() {
	m := map[string]int{"one": 1, "two": 2}
	v, ok := m["one"]
	w, ok2 := m["three"]
	fmt.Println(v, ok, w, ok2, len(m), m)
	delete(m, "one")
	delete(m, "absent")
	fmt.Println(m)
	var n map[string]int
	fmt.Println(n["x"], len(n), n == nil)
	delete(n, "x")
	for range n {
		fmt.Println("never")
	}
	pts := map[point]string{{1, 2}: "a", {3, 4}: "b"}
	pts[point{1, 2}] += "!"
	fmt.Println(pts[point{1, 2}], pts[point{0, 0}] == "")
	pp := map[string]*point{"p": {5, 6}}
	pp["p"].x++
	fmt.Println(*pp["p"], pp["q"] == nil)
	groups := map[bool][]int{}
	for i := 0; i < 6; i++ {
		groups[i%2 == 0] = append(groups[i%2 == 0], i)
	}
	fmt.Println(groups)
	nested := map[string]map[string]int{"a": {"b": 1}}
	nested["c"] = map[string]int{}
	nested["c"]["d"]++
	fmt.Println(nested, nested["zz"]["y"])
	ops := map[string]func(int, int) int{
		"+": func(a, b int) int { return a + b },
		"*": func(a, b int) int { return a * b },
	}
	fmt.Println(ops["+"](3, 4), ops["*"](3, 4), ops["-"] == nil)
	big := make(map[int]int, 10)
	for i := 0; i < 10000; i++ {
		big[i*7] = i
	}
	sum := 0
	for k, v := range big {
		if k != v*7 {
			fmt.Println("wrong", k, v)
		}
		sum += v
	}
	for i := 0; i < 10000; i += 2 {
		delete(big, i*7)
	}
	fmt.Println(sum, len(big), big[7*9999], big[7*9998])
	alias := big
	alias[-1] = -1
	fmt.Println(len(big), big[-1])
	clear(big)
	fmt.Println(len(alias))
	var keys []string
	for k := range map[string]bool{"z": true, "a": false, "m": true} {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	if _, ok := m["two"]; ok {
		fmt.Println("present")
	}
	arr := map[string][2]int{"k": {1, 2}}
	fmt.Println(arr["k"][1], arr["none"][0])
	set := map[string]struct{}{}
	set["x"] = struct{}{}
	_, has := set["x"]
	fmt.Println(has, len(set))
}
