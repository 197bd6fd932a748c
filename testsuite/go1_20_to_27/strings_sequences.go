// Iterators and cuts of package strings (1.20 to 1.24).
package main

import (
	"fmt"
	"strings"
)

func main() {
	for l := range strings.Lines("one\ntwo\n\nlast") {
		fmt.Printf("%q ", l)
	}
	for p := range strings.SplitSeq("a,b,,c", ",") {
		fmt.Printf("%q ", p)
	}
	for f := range strings.FieldsSeq("  some  words here ") {
		if f == "here" {
			break
		}
		fmt.Printf("%q ", f)
	}
	fmt.Println()
	after, ok := strings.CutPrefix("prefix-rest", "prefix-")
	fmt.Println(after, ok)
	before, ok := strings.CutSuffix("name.go", ".txt")
	fmt.Println(before, ok)
	k, v, ok := strings.Cut("key=value=x", "=")
	fmt.Println(k, v, ok, strings.ContainsFunc("abc1", func(r rune) bool { return r < 'a' }))
	n := 0
	for l := range strings.Lines(strings.Repeat("x\n", 5)) {
		n += len(l)
	}
	words := map[string]int{}
	for w := range strings.FieldsSeq("b a b c a b") {
		words[w]++
	}
	fmt.Println(n, words, strings.Compare("a", "b"))
}
