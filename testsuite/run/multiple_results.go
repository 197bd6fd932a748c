// Multiple results: forwarding, naming, blank, bare returns, large values.
package main

import (
	"errors"
	"fmt"
)

type vec struct{ x, y, z float64 }

func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("division by zero")
		return
	}
	q = a / b
	r = a % b
	return
}

func swap(a, b string) (string, string) { return b, a }
func mixed() (int8, string, float32, []int, vec, error, bool) {
	return -1, "s", 2.5, []int{1, 2}, vec{1, 2, 3}, nil, true
}
func forward() (string, string)                { return swap("p", "q") }
func add3(a, b, c int) int                     { return a + b + c }
func three() (int, int, int)                   { return 1, 2, 3 }
func many() (a, b, c, d, e, f, g, h, i, j int) { return 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }
func take(a, b, c, d, e, f, g, h, i, j int) int {
	return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j
}
func vecs() (vec, vec) { return vec{1, 2, 3}, vec{4, 5, 6} }
func cross(a, b vec) vec {
	return vec{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x}
}
func order() (a, b int) {
	a, b = 1, 2
	return b, a
}
func sliceAndFunc() ([]string, func(int) (int, error)) {
	return []string{"x"}, func(n int) (int, error) { return n * 2, nil }
}
func recursive(n int) (sum, prod int) {
	if n == 0 {
		return 0, 1
	}
	sum, prod = recursive(n - 1)
	return sum + n, prod * n
}

func main() {
	fmt.Println(divmod(17, 5))
	fmt.Println(divmod(1, 0))
	q, _, err := divmod(9, 2)
	fmt.Println(q, err)
	_, _, err = divmod(9, 0)
	fmt.Println(err)
	a, b := "a", "b"
	a, b = swap(a, b)
	fmt.Println(a, b)
	fmt.Println(forward())
	fmt.Println(add3(three()), take(many()))
	fmt.Println(mixed())
	i8, s, f32, sl, v, e, ok := mixed()
	fmt.Println(i8, s, f32, len(sl), v.z, e == nil, ok)
	fmt.Println(cross(vecs()))
	fmt.Println(order())
	strs, f := sliceAndFunc()
	n, _ := f(21)
	fmt.Println(strs, n)
	fmt.Println(recursive(10))
	var arr [2]string
	m := map[string]string{}
	arr[1], m["k"] = swap("first", "second")
	fmt.Println(arr, m)
	x, y := func() (int, int) { return 3, 4 }()
	fmt.Println(x*x+y*y, fmt.Sprint(three()))
}
