// Names and lines of Caller and FuncForPC through inlined functions, methods, wrappers and generic functions.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

type T struct{}

func (t *T) M() string { pc, _, _, _ := runtime.Caller(0); return runtime.FuncForPC(pc).Name() }
func (t T) V() string  { pc, _, _, _ := runtime.Caller(0); return runtime.FuncForPC(pc).Name() }

type E struct{ T }

func caller() string {
	pc, file, line, ok := runtime.Caller(1)
	f := runtime.FuncForPC(pc)
	ef, el := f.FileLine(pc)
	return fmt.Sprint(f.Name(), " ", file[strings.LastIndex(file, "/")+1:], line, ok, ef == file, el)
}

func inl() string { return caller() }

var glob = func() string { return caller() }()

func init() { fmt.Println("init", caller()) }

func gen[T any](x T) string { return caller() }

func main() {
	fmt.Println((&T{}).M(), T{}.V(), E{}.V())
	fmt.Println(caller(), inl(), glob, gen(1), gen("a"))
	func() { fmt.Println(caller()) }()

	
	var e fmt.Stringer = (*S)(nil)
	_ = e
	s := string(debug.Stack())
	fmt.Println(strings.Contains(s, "runtime/debug.Stack()"), strings.Contains(s, "main.main()"))
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok)
	m := (&T{}).M
	fmt.Println(m())
	_ = os.Args
	fmt.Println(runtime.FuncForPC(0) == nil)
}

func seq(yield func(string) bool) { yield(caller()); func() { yield(caller()) }() }

type S struct{}

func (*S) String() string { return "" }
