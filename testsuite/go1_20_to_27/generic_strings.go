// Generic code over strings and byte slices: ranging, slicing, copying, appending, converting, comparing.
package main

import "fmt"

type Text interface{ ~string | ~[]byte }

type path string
type blob []byte

func count[S Text](s S) (n int) {
	for range len(s) {
		n++
	}
	return
}

func runes[S ~string](s S) (rs []rune, at []int) {
	for i, r := range s {
		rs = append(rs, r)
		at = append(at, i)
	}
	return
}

func split[S Text](s S, sep byte) (out []S) {
	start := 0
	for i := range len(s) {
		if s[i] == sep {
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

func appendTo[S Text](dst []byte, s S) []byte { return append(dst, s...) }

func copyOut[S Text](s S) (int, string) {
	buf := make([]byte, 4)
	n := copy(buf, s)
	return n, string(buf[:n])
}

func reverse[S Text](s S) S {
	b := []byte(string(s))
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return S(b)
}

func hash[S Text](s S) (h uint32) {
	h = 2166136261
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return
}

func join[S ~string](xs []S, sep S) (out S) {
	for i, x := range xs {
		if i > 0 {
			out += sep
		}
		out += x
	}
	return
}

func compare[S ~string](a, b S) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func toRunes[S ~string, R ~[]rune](s S) R { return R(s) }

func main() {
	fmt.Println(count("héllo"), count([]byte{1, 2}), count(blob(nil)))
	rs, at := runes(path("aé\xffz"))
	fmt.Println(rs, at)
	fmt.Printf("%q %s\n", split(path("a/b//c"), '/'), split(blob("x,y"), ','))
	fmt.Println(string(appendTo(appendTo(nil, "str"), blob("+blob"))))
	fmt.Println(copyOut("longer"))
	fmt.Println(copyOut(blob("ab")))
	b := blob("orig")
	r := reverse(b)
	b[0] = 'X'
	fmt.Printf("%s %s %T\n", r, reverse(path("abc")), reverse(path("")))
	fmt.Println(hash("hello") == hash([]byte("hello")), hash(""))
	fmt.Printf("%s %T\n", join([]path{"usr", "lib"}, "/"), join([]path{}, ""))
	fmt.Println(compare("a", "b"), compare(path("b"), "a"), compare("", ""))
	fmt.Println(toRunes[string, []rune]("añ"), len(toRunes[path, []rune]("")))
}
