// Callers and Caller in deferred calls: the runtime's own functions have frames, as in the official runtime.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func show(what string) {
	pcs := make([]uintptr, 30)
	n := runtime.Callers(0, pcs)
	fr := runtime.CallersFrames(pcs[:n])
	var names []string
	for {
		f, more := fr.Next()
		names = append(names, fmt.Sprintf("%s:%d", f.Function, 0))
		if strings.HasPrefix(f.Function, "main.") { names[len(names)-1] = fmt.Sprintf("%s:%d", f.Function, f.Line) }
		if !more {
			break
		}
	}
	fmt.Println(what, strings.Join(names, " "))
}

func try(what string, f func()) {
	defer func() {
		show(what)
		_, file, line, ok := runtime.Caller(2)
		fmt.Println(file[strings.LastIndex(file, "/")+1:] != "", line > 0, ok, recover())
	}()
	f()
}

type I interface{ M() }

func main() {
	var a []int
	var arr [4]int
	var p *int
	var i any = 1
	var ii I
	n := 5
	z := 0
	try("explicit", func() { panic(1) })
	try("index", func() { _ = a[n] })
	try("index4", func() { _ = arr[n] })
	try("slice", func() { _ = a[n:] })
	try("slice2", func() { _ = a[n:z] })
	try("slice3", func() { _ = a[z:n] })
	try("nil", func() { *p = 1 })
	try("div", func() { n = n / z })
	try("assert", func() { _ = i.(string) })
	try("asserti", func() { _ = i.(I) })
	try("nilcall", func() { ii.M() })
	try("make", func() { _ = make([]int, n-10) })
	try("close", func() { var c chan int; close(c) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int); close(c); c <- 1 })
	try("shift", func() { n = 1 << (z - 1) })
	try("hash", func() { _ = map[any]int{[]int{}: 1} })
	try("cmp", func() { var x, y any = a, a; _ = x == y })
	try("toarr", func() { _ = [4]int(a) })
	try("nil panic", func() { panic(nil) })
	try("goexit", func() { go func() { defer show("goexit"); runtime.Goexit() }(); runtime.Gosched() })
	show("plain")
}
