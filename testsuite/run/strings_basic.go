// Strings: indexing, slicing, comparison, concatenation, immutability.
package main

import "fmt"

func reverse(s string) string {
	rs := []rune(s)
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		rs[i], rs[j] = rs[j], rs[i]
	}
	return string(rs)
}

func main() {
	s := "hello, 世界"
	fmt.Println(len(s), s[0], s[len(s)-1], s[1:4], s[:5], s[7:], s[:], s[3:3] == "")
	fmt.Println("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "b" >= "abc", "x" == "x")
	t := s
	s += "!"
	fmt.Println(t, s, len(t), len(s))
	fmt.Println(reverse("añb世"), reverse(""))
	b := []byte(t)
	b[0] = 'J'
	fmt.Println(string(b), t)
	var parts string
	for i := 0; i < 5; i++ {
		parts += string(rune('a'+i)) + "-" + fmt.Sprint(i) + ";"
	}
	fmt.Println(parts)
	raw := `a\n"b"
second`
	fmt.Println(raw, len(raw))
	fmt.Printf("%q %x % x %+q\n", "tab\t\x00é", "hex", "hex", "é世")
	esc := "\a\b\f\n\r\t\v\\\"\101\x41\u0041\U0001F600"
	fmt.Println(len(esc), []byte(esc))
	bad := "a\xffb\xc0"
	fmt.Println(len(bad), []rune(bad), string([]rune(bad)) == bad)
	m := map[string]int{}
	for _, w := range []string{"x", "y", "x"} {
		m[w+w]++
	}
	fmt.Println(m)
	k := []byte("xx")
	fmt.Println(m[string(k)], string(k) == "xx", string(k[:1])+"z")
	var empty string
	fmt.Println(empty == "", len(empty), empty+empty == "")
	switch c := s[1]; {
	case c == 'e':
		fmt.Println("e at 1")
	}
	n := 0
	for range s {
		n++
	}
	fmt.Println(n, len([]rune(s)))
}
