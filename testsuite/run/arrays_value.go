// Arrays are values: assignment, parameters, comparison, nesting, in structs and maps.
package main

import "fmt"

type board [3][3]byte

func (b board) with(r, c int, v byte) board {
	b[r][c] = v
	return b
}

func (b *board) set(r, c int, v byte) { b[r][c] = v }

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func zero(a *[3]int) { *a = [3]int{} }

type holder struct {
	name string
	data [4]int
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [...]int{1, 2, 3}, change(a), a)
	zero(&b)
	fmt.Println(b, len(b), cap(b))

	var bd board
	for i := range bd {
		for j := range bd[i] {
			bd[i][j] = '.'
		}
	}
	nb := bd.with(1, 1, 'x')
	bd.set(0, 2, 'o')
	for i := range 3 {
		fmt.Println(string(bd[i][:]), string(nb[i][:]))
	}
	fmt.Println(bd == nb, bd == bd.with(0, 2, 'o'))

	idx := [...]string{2: "two", 4: "four"}
	fmt.Printf("%d %q\n", len(idx), idx)
	seen := map[[2]int]bool{{1, 2}: true}
	seen[[2]int{3, 4}] = true
	fmt.Println(seen[[2]int{1, 2}], seen[[2]int{2, 1}], len(seen))

	h := holder{"h", [4]int{1, 2, 3, 4}}
	hs := []holder{h, h}
	hs[0].data[0] = 50
	h2 := hs[0]
	h2.data[1] = 60
	fmt.Println(h, hs, h2)
	row := nb[1]
	row[0] = 'z'
	fmt.Println(string(nb[1][:]), string(row[:]))
	var e any = a
	a[2] = 0
	fmt.Println(e, e == any([3]int{1, 2, 3}), e == any(a))
	var z [0]int
	fmt.Println(len(z), z == [0]int{})
	for i, v := range [2][2]int{{1, 2}, {3, 4}} {
		v[0] = 9
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	pa := &[3]string{"a", "b", "c"}
	pa[1] += "!"
	for i := range pa {
		fmt.Print(pa[i], " ")
	}
	i := 2
	fmt.Println([3]int{7, 8, 9}[i], len(*pa))
}
