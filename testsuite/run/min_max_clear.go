// The builtins min, max and clear.
package main

import "fmt"

type weight float32

func calls(n int) int { fmt.Print("c", n, " "); return n }

func main() {
	a, b, c := 3, 1, 2
	fmt.Println(min(a, b, c), max(a, b, c), min(a), max(a, 10), min(a, -5))
	fmt.Println(min("b", "a", "ab"), max("b", "", "ba"))
	s := "dynamic"
	fmt.Println(min(s, "zzz"), max(s, "aaa"), min(s))
	fmt.Println(min(1.5, 2), max(float32(1), 2.5), min(weight(2), 1.25))
	const k = min(3, 2.0, 7) + max(1, 'a')
	fmt.Println(k, max(calls(1), calls(3), calls(2)))
	var u8 uint8 = 200
	fmt.Println(min(u8, 100), max(u8, 255), min(int8(-128), 127))
	z := 0.0
	nan, negz := z/z, -1/(1/z)
	fmt.Println(min(nan, 1), max(1, nan), min(nan, negz, 1/z), 1/min(z, negz) < 0, 1/max(negz, z) > 0)
	var u64 uint64 = 1<<64 - 1
	fmt.Println(max(u64, 1), min(u64, 1))

	m := map[string]int{"a": 1, "b": 2}
	n := m
	clear(m)
	fmt.Println(m, len(n), n == nil)
	xs := []string{"x", "y", "z"}
	clear(xs[1:])
	fmt.Printf("%q\n", xs)
	clear(xs[:0])
	var nilm map[int]int
	var nils []int
	clear(nilm)
	clear(nils)
	pts := []struct {
		p *int
		n int
	}{{&a, 1}, {&b, 2}}
	clear(pts)
	fmt.Println(pts[0].p == nil, pts[1].n, len(pts))
	nan2 := map[float64]int{nan: 1}
	nan2[nan] = 2
	clear(nan2)
	fmt.Println(len(nan2))
	lo, hi := 10, 20
	for _, v := range []int{5, 15, 25} {
		fmt.Print(max(lo, min(v, hi)), " ")
	}
	fmt.Println()
}
