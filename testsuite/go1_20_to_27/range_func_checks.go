// Iterators that call the body when they may not: every panic text, and recovery from it.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		var re runtime.Error
		if err, ok := r.(error); ok && errors.As(err, &re) {
			fmt.Println(name, "runtime error:", err)
			return
		}
		fmt.Println(name, "value:", r)
	}()
	f()
	fmt.Println(name, "returned")
}

func ignoresFalse(yield func(int) bool) {
	fmt.Println("first", yield(1))
	fmt.Println("second", yield(2))
}

var kept func(int) bool

func keeps(yield func(int) bool) {
	kept = yield
	yield(1)
}

func recovers(yield func(int) bool) {
	defer func() { fmt.Println("iterator recovers", recover()) }()
	yield(1)
}

func recoversAndGoesOn(yield func(int) bool) {
	func() {
		defer func() { fmt.Println("iterator recovers", recover()) }()
		yield(1)
	}()
	yield(2)
}

func repanics(yield func(int) bool) {
	defer func() { panic(fmt.Sprint("again: ", recover())) }()
	yield(1)
}

func calledFromOther(yield func(int) bool) {
	done := make(chan bool)
	go func() {
		yield(7)
		close(done)
	}()
	<-done
}

func reenters(yield func(int) bool) {
	var f func(int) bool
	f = yield
	kept = f
	yield(0)
}

func main() {
	try("break", func() {
		for x := range ignoresFalse {
			fmt.Println("x", x)
			break
		}
	})
	try("continue", func() {
		for x := range ignoresFalse {
			fmt.Println("x", x)
		}
	})
	try("late", func() {
		for x := range keeps {
			fmt.Println("x", x)
		}
		kept(2)
	})
	try("late after break", func() {
		for range keeps {
			break
		}
		kept(2)
	})
	try("body panics", func() {
		for range keeps {
			panic("body")
		}
	})
	try("after body panic", func() { kept(3) })
	try("missing panic", func() {
		for range recovers {
			panic("lost")
		}
	})
	try("goes on after panic", func() {
		for x := range recoversAndGoesOn {
			if x == 1 {
				panic("one")
			}
		}
	})
	try("repanic", func() {
		for range repanics {
			panic("inner")
		}
	})
	try("other goroutine", func() {
		for x := range calledFromOther {
			fmt.Println("x", x)
		}
	})
	try("reentered", func() {
		for x := range reenters {
			if x == 0 {
				kept(1)
			}
		}
	})
	try("nil iterator", func() {
		var f func(func() bool)
		for range f {
			fmt.Println("never")
		}
	})
	try("return from nested", func() {
		for range ignoresFalse {
			for range keeps {
				return
			}
		}
	})
}
