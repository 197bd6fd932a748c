// Word ladders, anagrams, palindromes and a trie.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type trie struct {
	kids [26]*trie
	word bool
}

func (t *trie) insert(s string) {
	for _, c := range []byte(s) {
		k := &t.kids[c-'a']
		if *k == nil {
			*k = new(trie)
		}
		t = *k
	}
	t.word = true
}

func (t *trie) complete(prefix string) (out []string) {
	for i := range prefix {
		if t = t.kids[prefix[i]-'a']; t == nil {
			return
		}
	}
	var walk func(*trie, []byte)
	walk = func(t *trie, cur []byte) {
		if t.word {
			out = append(out, string(cur))
		}
		for i, k := range t.kids {
			if k != nil {
				walk(k, append(cur, byte('a'+i)))
			}
		}
	}
	walk(t, []byte(prefix))
	return
}

func sorted(w string) string {
	b := []byte(w)
	sort.Slice(b, func(i, j int) bool { return b[i] < b[j] })
	return string(b)
}

func ladder(words []string, from, to string) []string {
	type step struct {
		word string
		prev *step
	}
	left := map[string]bool{}
	for _, w := range words {
		left[w] = true
	}
	delete(left, from)
	queue := []*step{{from, nil}}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		if s.word == to {
			var path []string
			for ; s != nil; s = s.prev {
				path = append([]string{s.word}, path...)
			}
			return path
		}
		b := []byte(s.word)
		for i, old := range b {
			for c := byte('a'); c <= 'z'; c++ {
				b[i] = c
				if left[string(b)] {
					delete(left, string(b))
					queue = append(queue, &step{string(b), s})
				}
			}
			b[i] = old
		}
	}
	return nil
}

func palindrome(s string) bool {
	var rs []rune
	for _, r := range strings.ToLower(s) {
		if 'a' <= r && r <= 'z' {
			rs = append(rs, r)
		}
	}
	for i := range len(rs) / 2 {
		if rs[i] != rs[len(rs)-1-i] {
			return false
		}
	}
	return true
}

func main() {
	words := strings.Fields("cold cord card ward warm word worm wold care core corn coin chin ware wart part tram trap cram")
	fmt.Println(ladder(words, "cold", "warm"), ladder(words, "cold", "chin"), ladder(words, "cold", "trap") == nil)
	t := &trie{}
	for _, w := range words {
		t.insert(w)
	}
	fmt.Println(t.complete("co"), t.complete("war"), t.complete("x"), len(t.complete("")))
	groups := map[string][]string{}
	for _, w := range append(words, "draw", "rats", "star", "tars") {
		k := sorted(w)
		groups[k] = append(groups[k], w)
	}
	var lines []string
	for _, g := range groups {
		if len(g) > 1 {
			lines = append(lines, strings.Join(g, "/"))
		}
	}
	sort.Strings(lines)
	fmt.Println(lines)
	for _, s := range []string{"A man, a plan, a canal: Panama", "golift", "", "Was it a car"} {
		fmt.Print(palindrome(s), " ")
	}
	fmt.Println()
}
