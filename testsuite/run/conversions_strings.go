// Conversions among strings, bytes, runes and their named types.
package main

import "fmt"

type text string
type raw []byte
type letters []rune
type char rune
type octet byte

func main() {
	t := text("héllo")
	r := raw(t)
	l := letters(t)
	fmt.Println(len(t), len(r), len(l), string(r), string(l), text(r[:1])+text(l[1]))
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)), string(char('z')), string(rune(0xd800)), string(rune(0x110000)))
	r[0] = 'J'
	l[0] = 'K'
	fmt.Println(t, string(r), string(l))
	fmt.Println([]byte("é"), []rune("é"), []byte(""), len([]rune("")), []octet("hi"))
	bs := []byte{0xe4, 0xb8, 0x96, 0xff, 0x41}
	fmt.Printf("%q %U\n", string(bs), []rune(string(bs)))
	rs := []rune{'a', 0x10ffff, 0x110000, -5, 0xdfff}
	fmt.Printf("%q %d\n", string(rs), len(string(rs)))
	b2 := append([]byte("abc"), "def"...)
	n := copy(b2[1:], "XYZ")
	fmt.Println(string(b2), n)
	var nilb []byte
	var nilr []rune
	fmt.Println(string(nilb) == "", string(nilr) == "", len(string(nilb)))
	big := make([]byte, 100)
	for i := range big {
		big[i] = byte('a' + i%26)
	}
	s1 := string(big)
	big[0] = '!'
	fmt.Println(s1[:10], string(big[:10]), s1 == string(big))
	small := string(big[:1])
	big[0] = '?'
	fmt.Println(small)
	for i, b := range []byte("xyz") {
		fmt.Print(i, b, " ")
	}
	fmt.Println()
	type names []string
	ns := names{"a"}
	ss := []string(ns)
	ss[0] = "b"
	fmt.Println(ns, ss)
	type p1 struct{ X, Y int }
	type p2 struct{ X, Y int }
	fmt.Println(p2(p1{1, 2}), struct{ X, Y int }(p2{3, 4}))
	arr := [3]int([]int{1, 2, 3})
	sl := []int{4, 5, 6, 7}
	ap := (*[2]int)(sl)
	ap[0] = 40
	arr[0] = 10
	fmt.Println(arr, sl, *ap)
	var f func(int) string = func(i int) string { return fmt.Sprint(i) }
	type fn func(int) string
	fmt.Println(fn(f)(3))
}
