// Runtime errors caught by recover: their texts, and that the program goes on.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	val  int
	data [100]int
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		if re, ok := r.(runtime.Error); ok {
			fmt.Println(name, ":", re.Error())
		} else {
			fmt.Printf("%s : %T %v\n", name, r, r)
		}
	}()
	f()
}

//go:noinline
func id(n int) int { return n }

func main() {
	s := []int{1, 2, 3}
	a := [4]int{}
	str := "hello"
	var np *node
	var nm map[string]int
	var nf func()
	var nc chan int
	var ns []int
	try("index", func() { _ = s[id(3)] })
	try("negative index", func() { s[id(-1)] = 0 })
	try("array index", func() { _ = a[id(4)] })
	try("string index", func() { _ = str[id(5)] })
	try("nil slice", func() { _ = ns[id(0)] })
	try("uint index", func() { _ = s[uint64(1<<63)+uint64(id(1))] })
	try("slice high", func() { _ = s[:id(4)] })
	try("slice order", func() { _ = s[id(2):id(1)] })
	try("slice low", func() { _ = s[id(4):] })
	try("slice negative", func() { _ = s[id(-1):] })
	try("string high", func() { _ = str[:id(9)] })
	try("string order", func() { _ = str[id(3):id(2)] })
	try("string low", func() { _ = str[id(7):] })
	try("array slice", func() { _ = a[id(2):id(7)] })
	try("three max", func() { _ = s[0:1:id(9)] })
	try("three high", func() { _ = s[0:id(3):id(2)] })
	try("three low", func() { _ = s[id(2):id(1):id(3)] })
	try("divide", func() { _ = 1 / id(0) })
	try("modulo", func() { _ = 1 % id(0) })
	try("nil field", func() { _ = np.val })
	try("nil big field", func() { np.data[50] = 1 })
	try("nil chain", func() { n := &node{}; fmt.Println(n.next.next) })
	try("nil map", func() { nm["a"] = 1 })
	try("nil func", func() { nf() })
	try("close nil", func() { close(nc) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("make len", func() { _ = make([]int, id(-1)) })
	try("make cap", func() { _ = make([]int, 2, id(1)) })
	try("make chan", func() { _ = make(chan int, id(-1)) })
	try("make map", func() { fmt.Print(len(make(map[int]int, id(-1))), " ") })
	try("array conversion", func() { _ = [4]int(s) })
	try("array pointer", func() { _ = (*[8]int)(s) })
	try("shift", func() { _ = 1 << id(-2) })
	try("custom", func() { panic(fmt.Errorf("wrapped %w", fmt.Errorf("inner"))) })
	try("value", func() { panic(node{val: 3}.val) })
	try("none", func() {})
	fmt.Println("done", s, a)
}
