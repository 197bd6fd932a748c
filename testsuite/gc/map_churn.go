// Maps that grow and shrink, with pointer, string and struct values.
package main

import (
	"fmt"
	"runtime"
)

type record struct {
	name  string
	links []*record
	props map[string]string
}

func main() {
	live := map[int]*record{}
	seed := uint32(99)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	for round := range 60000 {
		k := next(2000)
		if r, ok := live[k]; ok && next(3) == 0 {
			delete(live, k)
			r.props["gone"] = "yes"
			continue
		}
		r := &record{name: fmt.Sprint("r", k), props: map[string]string{"k": fmt.Sprint(k)}}
		if o := live[next(2000)]; o != nil {
			r.links = append(r.links, o)
			if len(o.links) > 3 {
				o.links = nil
			}
		}
		live[k] = r
		if round%20000 == 0 {
			runtime.GC()
		}
	}
	bad := 0
	for k, r := range live {
		if r.name != "r"+r.props["k"] || r.name != fmt.Sprint("r", k) || r.props["gone"] != "" {
			bad++
		}
		for _, l := range r.links {
			if l.name != "r"+l.props["k"] {
				bad++
			}
		}
	}
	fmt.Println(len(live) > 500, bad)
	byStruct := map[[2]string][]byte{}
	for i := range 20000 {
		key := [2]string{fmt.Sprint(i % 100), fmt.Sprint(i % 7)}
		byStruct[key] = append(byStruct[key], byte(i))
		if len(byStruct[key]) > 64 {
			byStruct[key] = byStruct[key][32:]
		}
	}
	total := 0
	for _, b := range byStruct {
		total += len(b)
	}
	fmt.Println(len(byStruct), total)
	clear(live)
	runtime.GC()
	fmt.Println(len(live))
}
