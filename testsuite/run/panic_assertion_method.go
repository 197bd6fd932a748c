// A failed assertion to an interface names the missing method.
package main

import "fmt"

type closer interface{ Close() error }
type file struct{}

func (*file) Close() error { return nil }

func main() {
	var x any = &file{}
	fmt.Println(x.(closer).Close())
	x = file{}
	fmt.Println(x.(closer).Close())
}
