// A switch over a constant chooses its clause when it is compiled, with fallthrough, default and break.
package main

import "fmt"

type kind string

func side(s string) string { fmt.Println("side", s); return s }

func main() {
	const c = "b"
	switch c {
	case "a":
		fmt.Println("a")
	case "b":
		fmt.Println("b")
		fallthrough
	case "c":
		fmt.Println("c")
	default:
		fmt.Println("default")
	}
	switch {
	case false:
		fmt.Println("no")
	default:
		fmt.Println("default")
	case 1 > 2, 2.0 == 2:
		fmt.Println("equal")
	}
	switch 1i {
	case 1:
	case -1i:
		fmt.Println("wrong")
	}
	switch kind("x") {
	default:
		for i := 0; i < 3; i++ {
			if i == 1 {
				continue
			}
			fmt.Println(i)
		}
		break
	case "y":
		defer fmt.Println("deferred")
	}
	switch "s" {
	case side("t"), "s":
		fmt.Println("after side")
	}
	var x any = 1
	switch 1 {
	case x:
		fmt.Println("interface")
	}
	if false {
		goto end
	} else if true {
		fmt.Println("else")
	}
	if c == "a" {
		func() { fmt.Println("closure") }()
	}
end:
	fmt.Println("end")
}
