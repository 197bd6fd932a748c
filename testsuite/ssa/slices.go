package main

func element(s []int32, i int) *int32 {
	s[i]++
	return &s[i]
}

func cut(s []int, i, j, k int) ([]int, []int) { return s[i:], s[:j:k] }

func grow(s []string, t string) []string { return append(s, t, "x") }

func join(s, t []byte) []byte { return append(s, t...) }

func move(s, t []int) int { return copy(s[1:], t) }

func array(a [4]int, i uint8) (int, []int) { return a[i&3], a[1:3] }

func toArray(s []int) [2]int { return [2]int(s) }

func literal(x int) []int { return []int{1, x, 5: 3} }

func sized(n int) ([]int, []string) { return make([]int, 3), make([]string, n, 2*n) }

func zero(s []int) { clear(s) }

func main() {
	s := sized2()
	println(*element([]int32{1}, 0), len(grow(nil, "a")), len(join(nil, nil)), move(s, s), len(literal(3)))
	cut(s, 1, 2, 3)
	array([4]int{}, 1)
	toArray(s)
	sized(3)
	zero(s)
}

func sized2() []int { return make([]int, 3) }
