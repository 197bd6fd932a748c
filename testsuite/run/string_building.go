// Concatenation of many operands, temporary conversions and comparisons that need no copy.
package main

import "fmt"

func join(a, b, c, d, e, f string) string { return a + b + c + d + e + f }

func count(words [][]byte) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[string(w)]++
	}
	return m
}

type key struct{ a, b string }

func main() {
	x := "x"
	fmt.Println(join(x, "", x+"y", "", "z", ""), x+"", ""+x == x)
	b := []byte("shared")
	s := string(b)
	t := string(b[:3]) + "-" + string(b[3:])
	b[0] = 'S'
	fmt.Println(s, t, string(b))
	m := count([][]byte{[]byte("a"), []byte("b"), []byte("a")})
	fmt.Println(m["a"], m["b"])
	k := []byte("key")
	m[string(k)] = 5
	k[0] = 'X'
	fmt.Println(m["key"], m[string(k)], len(m))
	ks := map[key]int{{string(k), "1"}: 1}
	k[0] = 'Y'
	fmt.Println(ks[key{"Xey", "1"}], ks[key{string(k), "1"}])
	switch string(k) {
	case "Xey":
		fmt.Println("stale")
	case "Yey":
		fmt.Println("fresh")
	}
	long := ""
	for i := range 200 {
		long += string(rune('a' + i%26))
		if i%50 == 49 {
			fmt.Println(len(long), long[i-3:])
		}
	}
	parts := make([]string, 0, 10)
	for i := range 10 {
		parts = append(parts, long[i*20:i*20+3])
	}
	fmt.Println(parts)
	for i, c := range []byte(long[:3]) {
		b[i] = c
	}
	b = append(b, long[:4]...)
	b = append(b, "..."...)
	fmt.Println(string(b), copy(b, "COPY"), string(b))
	type name string
	n := name("n") + name(rune('!'))
	n += "more"
	fmt.Println(n, len(n), n[1:2])
	var e any = "boxed" + x
	fmt.Println(e == "boxedx", e.(string)[5:])
}
