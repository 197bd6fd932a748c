// Runes and UTF-8: iteration, invalid bytes, package utf8.
package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	s := "a¢€𐍈\x80\xe2\x82z"
	for i, r := range s {
		fmt.Printf("%d:%x(%d) ", i, r, utf8.RuneLen(r))
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), utf8.ValidString(s[:10]))
	for b := []byte(s); len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		fmt.Print(string(r), n, " ")
		b = b[n:]
	}
	fmt.Println()
	for t := s; t != ""; {
		r, n := utf8.DecodeLastRuneInString(t)
		fmt.Printf("%c%d ", r, n)
		t = t[:len(t)-n]
	}
	fmt.Println()
	buf := make([]byte, 4)
	for _, r := range []rune{'x', 0xe9, 0x20ac, 0x10348, -1, 0xd800} {
		n := utf8.EncodeRune(buf, r)
		fmt.Printf("% x;", buf[:n])
	}
	fmt.Println()
	fmt.Println(string(utf8.AppendRune([]byte("ab"), '世')), utf8.RuneError == 0xfffd, utf8.UTFMax, utf8.RuneSelf, utf8.MaxRune)
	fmt.Println(utf8.FullRuneInString("\xe2\x82"), utf8.FullRune([]byte("€")), utf8.ValidRune(0xd900), utf8.RuneStart(0x82))
	fmt.Println(utf8.DecodeRuneInString(""))
	counts := map[rune]int{}
	for _, r := range "déjà vu déjà" {
		counts[r]++
	}
	fmt.Println(counts['é'], counts['à'], counts['d'], counts[' '], len(counts))
	var caesar []rune
	for _, r := range "Hello, Wörld" {
		switch {
		case r >= 'a' && r <= 'z':
			r = 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			r = 'A' + (r-'A'+13)%26
		}
		caesar = append(caesar, r)
	}
	fmt.Println(string(caesar))
	fmt.Println("é" == "e\u0301", len("é"), len("e\u0301"), []rune("e\u0301")[1])
	fmt.Println(string([]rune(s)[3]), []byte("€")[1], "€"[2], "\u20ac"[0] == 0xe2)
}
