// A deferred call of recover itself: it runs as if the function with the defer statement called it.
package main

import "fmt"

func stopped() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer func() {
		defer recover()
		s = "in deferred"
	}()
	panic("first")
}

func tooLate() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		defer recover()
		panic("second")
	}()
	panic("first")
}

func notDeferred() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer recover()
	panic("kept")
}

func sequence() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer func() {
		defer recover()
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}

func main() {
	fmt.Println(stopped())
	fmt.Println(tooLate())
	fmt.Println(notDeferred())
	fmt.Println(sequence())
	go recover()
	func() {
		defer recover()
	}()
}
