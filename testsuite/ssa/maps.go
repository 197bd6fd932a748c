package main

type key struct {
	a int
	b string
}

func get(m map[string]int, k string) (int, bool) {
	v, ok := m[k]
	return v + m["const"], ok
}

func set(m map[int]string, k int) {
	m[k] = "x"
	m[k] += "y"
	delete(m, k+1)
}

func structKey(m map[key]*key, k key) *key { return m[k] }

func sum(m map[int]int) (n int) {
	for k, v := range m {
		n += k * v
	}
	return n + len(m)
}

func literal() map[string]bool { return map[string]bool{"a": true, "b": false} }

func sized(n int) map[any]int { return make(map[any]int, n) }

func main() {
	println(get(nil, "a"))
	set(map[int]string{}, 1)
	structKey(nil, key{})
	println(sum(nil), len(literal()), len(sized(3)))
}
