// Conversions of slices to arrays (1.20) and to array pointers: copies, sharing, named types, length zero.
package main

import "fmt"

type Digest [4]byte
type Bytes []byte
type Row [3]string

func sum(a [3]int) (t int) {
	for i := range a {
		t += a[i]
		a[i] = 0
	}
	return
}

func first[T any](s []T) [1]T { return [1]T(s) }

func main() {
	s := []int{1, 2, 3, 4}
	a := [3]int(s)
	p := (*[3]int)(s)
	s[0] = 10
	p[1] = 20
	fmt.Println(a, *p, s, sum([3]int(s)), s)
	d := Digest(Bytes("abcdef"))
	d[0] = 'X'
	fmt.Printf("%s %T %v\n", d[:], d, d == Digest([]byte("Xbcd")))
	rows := []string{"a", "b", "c"}
	r := Row(rows)
	rows[2] = "changed"
	fmt.Println(r, r == Row{"a", "b", "c"})
	var none []int
	fmt.Println([0]int(none), (*[0]int)(none) == nil, (*[0]int)([]int{}) == nil)
	m := map[Digest]int{Digest([]byte("key!")): 7}
	fmt.Println(m[Digest([]byte("key!"))], m[Digest([]byte("none"))])
	fmt.Println(first([]string{"f", "g"}), first([]float64{2.5}), len([2]int(s[1:])), [2]int(s[2:])[1])
	for i, x := range [2]int(s[:2]) {
		s[1] = 99
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	type pair struct{ a, b [2]int }
	fmt.Println(pair{[2]int(s), [2]int(s[2:])})
	var e any = [2]int(s)
	fmt.Println(e == any([2]int{10, 99}))
}
