package main

//go:noinline
func sum(xs []int) int {
	n := 0
	for _, x := range xs {
		n += x
	}
	return n
}

//go:noinline
func fill(xs []byte, n int) {
	for i := 0; i < n; i++ {
		xs[i] = byte(i)
	}
}

func main() {
	fill(make([]byte, 3), 3)
	println(sum([]int{1, 2}))
}
