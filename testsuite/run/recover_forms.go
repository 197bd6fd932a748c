// Recover: where it works and where it gives nil, re-panics, results after recovery.
package main

import (
	"errors"
	"fmt"
)

func direct() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught: %v", r)
		}
	}()
	panic("boom")
}

func helper() any { return recover() }

func viaHelper() (s string) {
	defer func() {
		s = fmt.Sprint("outer ", recover())
	}()
	defer func() {
		if helper() != nil {
			s = "helper caught"
		}
	}()
	panic("deep")
}

func deferredHelper() (s string) {
	defer helper()
	s = "before"
	panic("lost")
}

func nestedLiteral() (s string) {
	defer func() { s = fmt.Sprint("second ", recover()) }()
	defer func() {
		func() {
			if r := recover(); r != nil {
				s = "wrong"
			}
		}()
	}()
	panic("n")
}

func rethrow() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("again ", r))
	}()
	panic("one")
}

func replaced() (s string) {
	defer func() { s = fmt.Sprint(recover(), " then ", recover()) }()
	defer func() { panic("two") }()
	panic("one")
}

func inDefer() (s string) {
	defer func() {
		defer func() { s = fmt.Sprint("inner ", recover(), s) }()
		panic("from defer")
	}()
	return "result"
}

func noPanic() any {
	return recover()
}

func twice() (n int) {
	defer func() { recover(); n += 1 }()
	defer func() {
		defer func() { recover(); n += 10 }()
		panic("x")
	}()
	panic("y")
}

type T struct{ msg string }

func (t T) catch()   { fmt.Print("method ", recover(), t.msg, "; ") }
func (t *T) pcatch() { fmt.Print("pmethod ", recover(), "; ") }

func methods() {
	defer func() { fmt.Println("left:", recover()) }()
	func() {
		defer T{"!"}.catch()
		panic(1)
	}()
	func() {
		t := &T{}
		defer t.pcatch()
		panic(2)
	}()
	func() {
		var c interface{ catch() } = T{"?"}
		defer c.catch()
		panic(3)
	}()
	func() {
		f := T{"v"}.catch
		defer f()
		panic(4)
	}()
}

func loop() (out []any) {
	for i := range 4 {
		func() {
			defer func() { out = append(out, recover()) }()
			if i%2 == 1 {
				panic(i)
			}
		}()
	}
	return
}

func nilPanic() (s string) {
	defer func() {
		r := recover()
		s = fmt.Sprintf("%v %T", r, r)
	}()
	panic(nil)
}

func main() {
	fmt.Println(direct())
	fmt.Println(viaHelper())
	fmt.Println(deferredHelper())
	fmt.Println(nestedLiteral())
	fmt.Println(rethrow())
	fmt.Println(replaced())
	fmt.Println(inDefer())
	fmt.Println(noPanic())
	fmt.Println(twice())
	methods()
	fmt.Println(loop())
	fmt.Println(nilPanic())
	sentinel := errors.New("sentinel")
	func() {
		defer func() { fmt.Println(recover() == sentinel) }()
		panic(sentinel)
	}()
	func() {
		defer func() {
			fmt.Println("twice", recover(), recover())
		}()
		panic("once")
	}()
}
