// Interfaces: dynamic values, nil inside, embedding, pointer and value receivers, comparison.
package main

import "fmt"

type reader interface{ read() string }
type writer interface{ write(string) int }
type readWriter interface {
	reader
	writer
}

type file struct{ data string }

func (f *file) read() string       { return f.data }
func (f *file) write(s string) int { f.data += s; return len(s) }

type number int

func (n number) read() string { return fmt.Sprint("number ", int(n)) }

type pair struct{ a, b int }

func (p pair) read() string { return fmt.Sprint(p.a, "&", p.b) }

type fn func() string

func (f fn) read() string { return f() }

type empty struct{}

func (empty) read() string { return "empty" }

func mayFail(fail bool) error {
	var p *failure
	if fail {
		p = &failure{3}
	}
	return p
}

type failure struct{ code int }

func (f *failure) Error() string {
	if f == nil {
		return "nil failure"
	}
	return fmt.Sprint("failure ", f.code)
}

func main() {
	f := &file{"abc"}
	var rw readWriter = f
	rw.write("def")
	var r reader = rw
	fmt.Println(r.read(), r == reader(f), rw.(reader).read())
	for _, r := range []reader{number(4), pair{1, 2}, &pair{3, 4}, fn(func() string { return "fn" }), empty{}, f} {
		fmt.Printf("%s %T; ", r.read(), r)
	}
	fmt.Println()
	p := pair{5, 6}
	r = p
	p.a = 50
	fmt.Println(r.read(), p.read())
	var nilr reader
	fmt.Println(nilr == nil, mayFail(false) == nil, mayFail(false), mayFail(true))
	var a, b any = pair{1, 2}, pair{1, 2}
	fmt.Println(a == b, a != b, a == pair{1, 2}, a == any(&p), any(1) == any(int8(1)), any(nil) == nil)
	if w, ok := r.(writer); !ok {
		fmt.Println("no writer", w == nil)
	}
	if w, ok := reader(f).(writer); ok {
		n := w.write("!")
		fmt.Println("writer", n, f.data)
	}
	n, ok := a.(number)
	fmt.Println(int(n), ok)
	var e any = r
	_, isReader := e.(reader)
	_, isPair := e.(pair)
	_, isPtr := e.(*pair)
	fmt.Println(isReader, isPair, isPtr)
	type local struct{ reader }
	fmt.Println(local{number(9)}.read(), any(local{number(9)}) == any(local{number(9)}))
	small := []any{true, byte(7), 'x', "s", 1.5, nil, [0]int{}, struct{}{}, int64(-1), uint16(65535)}
	for _, v := range small {
		fmt.Printf("%T=%v ", v, v)
	}
	fmt.Println()
}
