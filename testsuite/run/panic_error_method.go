// The Error method of the panic value itself panics.
package main

import "fmt"

type bad struct{ inner *int }

func (b bad) Error() string { return fmt.Sprint("value ", *b.inner) }

func main() {
	n := 1
	fmt.Println(bad{&n}.Error())
	panic(bad{})
}
