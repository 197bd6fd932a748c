// Range over integers, strings, arrays, array pointers, slices, maps and channels.
package main

import "fmt"

type weekday int

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for d := range weekday(2) {
		fmt.Printf("%T%d ", d, d)
	}
	for range -4 {
		fmt.Print("never")
	}
	var n8 uint8 = 3
	for i := range n8 {
		fmt.Printf("%T ", i)
	}
	fmt.Println()

	for i, r := range "aé\xff世🎉" {
		fmt.Printf("%d:%U ", i, r)
	}
	for i := range "日本" {
		fmt.Print(i, " ")
	}
	fmt.Println()

	// The array is copied before the loop, a slice and a pointer are not.
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 100
		fmt.Print(i, v, " ")
	}
	arr[2] = 3
	for i, v := range &arr {
		arr[2] = 200
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	xs := []int{1, 2, 3}
	for i, v := range xs {
		if i == 0 {
			xs[1] = 50
			xs = append(xs, 4)
			xs[2] = 60
		}
		fmt.Print(v, " ")
	}
	fmt.Println(xs)
	var np *[4]int
	for i := range np {
		fmt.Print(i, " ")
	}
	fmt.Println(len(np))

	m := map[string]int{"a": 1, "b": 2, "c": 3}
	sum, keys := 0, 0
	for _, v := range m {
		sum += v
	}
	for k := range m {
		keys += len(k)
		delete(m, k)
	}
	for range m {
		fmt.Print("never")
	}
	fmt.Println(sum, keys, len(m))

	ch := make(chan string, 3)
	for _, s := range []string{"x", "y", "z"} {
		ch <- s
	}
	close(ch)
	for s := range ch {
		fmt.Print(s, " ")
	}
	for range ch {
		fmt.Print("never")
	}
	fmt.Println()
	var i int
	var last []int
	for i, last = range [][]int{{1}, {2, 3}, {4}} {
		if len(last) == 2 {
			break
		}
	}
	fmt.Println(i, last)
}
