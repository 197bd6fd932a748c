// Strings made, sliced, joined and kept by small parts.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var kept []string
	total := 0
	for i := range 20000 {
		s := strings.Repeat(fmt.Sprint(i, "-"), 20)
		parts := strings.Split(s, "-")
		total += len(parts) + len(strings.ToUpper(s))
		if i%100 == 0 {
			kept = append(kept, parts[3], s[len(s)-4:], string([]byte(s)[:3]))
		}
	}
	bad := 0
	for i := 0; i < len(kept); i += 3 {
		n := fmt.Sprint(i / 3 * 100)
		if kept[i] != n || !strings.HasSuffix(n+"-", kept[i+1][max(0, 4-len(n)-1):]) || !strings.HasPrefix(strings.Repeat(n+"-", 3), kept[i+2]) {
			bad++
		}
	}
	fmt.Println(len(kept), total, bad)
	var b strings.Builder
	for i := range 50000 {
		fmt.Fprintf(&b, "%d,", i%10)
	}
	fmt.Println(b.Len(), b.String()[:20])
	s := ""
	for i := range 3000 {
		s += string(rune('a' + i%26))
	}
	rs := []rune(s)
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		rs[i], rs[j] = rs[j], rs[i]
	}
	fmt.Println(len(s), string(rs)[:5], strings.Count(s, "abc"))
}
