// panic(nil) gives a *runtime.PanicNilError (1.21).
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(v any) {
	defer func() {
		r := recover()
		err, ok := r.(error)
		var pn *runtime.PanicNilError
		fmt.Println(r != nil, ok, errors.As(err, &pn), err)
		var re runtime.Error
		fmt.Println(errors.As(err, &re))
	}()
	panic(v)
}

func nested() (s string) {
	defer func() {
		s = fmt.Sprint("outer ", recover())
	}()
	defer func() {
		fmt.Println("inner", recover())
		var e error
		panic(e)
	}()
	panic(nil)
}

func main() {
	try(nil)
	var p *int
	defer func() { fmt.Println(recover().(*int) == nil) }()
	fmt.Println(nested())
	panic(p)
}
