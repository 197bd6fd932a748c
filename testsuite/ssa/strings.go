package main

func index(s string, i int) byte { return s[i] }

func part(s string, i, j int) string { return s[i:j] }

func join(a, b string) string { return a + "-" + b }

func compare(a, b string) (bool, bool, bool) { return a == b, a < b, a == "const" }

func runes(s string) int {
	n := 0
	for i, r := range s {
		n += i * int(r)
	}
	return n
}

func convert(s string, b []byte, r rune) (string, []byte, string) { return string(b), []byte(s), string(r) }

func main() {
	println(index("abc", 1), part("abc", 1, 2), join("a", "b"), runes("é"))
	println(compare("a", "b"))
	_, _, c := convert("a", nil, 'x')
	println(c)
}
