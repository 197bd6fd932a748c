package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
)

var stats runtime.MemStats

func main() {
	words := strings.Fields("the quick brown fox jumps over the lazy dog")
	count := map[string]int{}
	for range 100 {
		for _, w := range words {
			count[strings.ToUpper(w)] += len(w)
		}
	}
	var lines []string
	for w, n := range count {
		lines = append(lines, fmt.Sprintf("%-6s %4d %v", w, n, []any{n, w}))
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(l)
	}
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprint(&b, i, " ")
	}
	s := string([]byte(b.String())) + "x"
	_, err := os.Open("no such file")
	fmt.Println(len(s), err)
	runtime.ReadMemStats(&stats)
	println("mallocs", stats.Mallocs)
}
