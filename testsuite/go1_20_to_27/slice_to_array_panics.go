// Slices that are too short for the array they are converted to.
package main

import "fmt"

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(ok, err)
	}()
	f()
	fmt.Println("no panic")
}

type four [4]int

func convert[A [2]T | [5]T, T any](s []T) A { return A(s) }

func main() {
	s := make([]int, 3, 8)
	try(func() { _ = [4]int(s) })
	try(func() { _ = (*[4]int)(s) })
	try(func() { _ = four(s[:0]) })
	try(func() { _ = [3]int(s) })
	var none []string
	try(func() { _ = [1]string(none) })
	try(func() { fmt.Println([0]string(none)) })
	try(func() { fmt.Println(convert[[2]int](s)) })
	try(func() { fmt.Println(convert[[5]int](s)) })
	try(func() {
		n := copy(s, []int{1, 2, 3})
		a := [2]int(s[n-2:])
		fmt.Println(a)
		_ = [2]int(s[n-1:])
	})
}
