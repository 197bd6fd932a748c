// defer, recover and panics in bodies of loops over functions.
package main

import "fmt"

func three(yield func(int) bool) {
	defer fmt.Println("iterator ends")
	for i := 1; i <= 3; i++ {
		if !yield(i) {
			return
		}
	}
}

func deferred() (s string) {
	defer func() { fmt.Println("first deferred sees", s) }()
	for x := range three {
		defer fmt.Println("deferred", x)
		defer func() { s += fmt.Sprint(x) }()
		if x == 2 {
			fmt.Println("leaving")
			return "r"
		}
	}
	return "end"
}

func nestedDefers() {
	for x := range three {
		for y := range three {
			if x == y {
				defer func() { fmt.Println("pair", x, y) }()
			}
		}
	}
	fmt.Println("body of function done")
}

func recovers() (r int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("recovered %v after %d", p, r)
		}
	}()
	for x := range three {
		r = x
		defer func() {
			if p := recover(); p != nil {
				panic(fmt.Sprint(p, " via ", x))
			}
		}()
		if x == 2 {
			panic("boom")
		}
	}
	return 0, nil
}

func recoverInBody() {
	defer func() { fmt.Println("behind", recover()) }()
	defer func() {
		for x := range three {
			fmt.Println("recover", x, recover())
		}
	}()
	panic("in body")
}

func recoverInNestedBody() {
	defer func() { fmt.Println("behind", recover()) }()
	defer func() {
		for x := range three {
			for y := range three {
				if x == 2 && y == 2 {
					fmt.Println("recover", x, y, recover())
					return
				}
			}
		}
	}()
	panic("nested")
}

func inLiteral() (n int) {
	func() {
		for x := range three {
			defer func() { n += x }()
		}
		fmt.Println("n before", n)
	}()
	fmt.Println("n after", n)
	return n * 2
}

type method struct{ name string }

func (m method) Close(n int)  { fmt.Println("close", m.name, n) }
func (m *method) Reset(n int) { fmt.Println("reset", m.name, n) }

func methods() {
	m := method{"m"}
	for x := range three {
		defer m.Close(x)
		defer m.Reset(x)
		m.name += "+"
	}
	m.name = "last"
}

func gopanic() {
	defer func() { fmt.Println("outer", recover()) }()
	for x := range three {
		defer func() { fmt.Println("deferred in loop", x) }()
		if x == 3 {
			var m map[string]int
			m["x"] = 1
		}
	}
}

func main() {
	fmt.Println(deferred())
	nestedDefers()
	fmt.Println(recovers())
	recoverInBody()
	recoverInNestedBody()
	fmt.Println(inLiteral())
	methods()
	gopanic()
}
