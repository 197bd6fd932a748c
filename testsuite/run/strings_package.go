// The functions of package strings.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "the quick brown fox, the lazy dog"
	fmt.Println(strings.Contains(s, "quick"), strings.ContainsRune(s, 'z'), strings.ContainsAny(s, "XYZ"), strings.HasPrefix(s, "the"), strings.HasSuffix(s, "dog"))
	fmt.Println(strings.Index(s, "the"), strings.LastIndex(s, "the"), strings.IndexByte(s, 'q'), strings.IndexRune(s, 'x'), strings.IndexAny(s, "zyx"), strings.Index(s, "cat"), strings.LastIndexByte(s, 'o'))
	fmt.Println(strings.IndexFunc(s, func(r rune) bool { return r == ',' }), strings.Count(s, "o"), strings.Count("abc", ""), strings.Count("aaaa", "aa"))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.Split("abc", ""), strings.Split("", ","))
	fmt.Printf("%q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitAfter("a,b,c", ","), strings.Fields("  a \t b\n c  "))
	fmt.Printf("%q\n", strings.FieldsFunc("a1b22c", func(r rune) bool { return r >= '0' && r <= '9' }))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "--"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("banana", "an", "AN"))
	fmt.Println(strings.ToUpper("héllo"), strings.ToLower("HÉLLO Ñ"), strings.Title("x"), strings.EqualFold("Straße", "STRAßE"), strings.EqualFold("Go", "GO"))
	fmt.Printf("%q %q %q %q\n", strings.TrimSpace("\t x y \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("aabc", "a"), strings.TrimRight("abcc", "c"))
	fmt.Printf("%q %q %q\n", strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("a.go", ".go"), strings.TrimFunc("12x34", func(r rune) bool { return r < 'a' }))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	_, _, ok = strings.Cut("none", "=")
	rest, found := strings.CutPrefix("foobar", "foo")
	fmt.Println(ok, rest, found)
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("", ""))
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "%d-", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString(" end")
	fmt.Println(b.String(), b.Len())
	b.Reset()
	b.Grow(100)
	fmt.Println(b.Len(), b.Cap() >= 100, b.String() == "")
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "b", "b", "a")
	fmt.Println(r.Replace("<ab>"))
	fmt.Println(strings.NewReplacer("hello", "bye", "he", "HE").Replace("hello he hey"))
	rd := strings.NewReader("reader")
	c, _ := rd.ReadByte()
	rd.UnreadByte()
	buf := make([]byte, 4)
	n, err := rd.Read(buf)
	fmt.Println(c, n, err, string(buf[:n]), rd.Len(), rd.Size())
	n, err = rd.Read(buf)
	n2, err2 := rd.Read(buf)
	fmt.Println(n, err, n2, err2)
}
