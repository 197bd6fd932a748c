// panic(nil) is a runtime error of its own.
package main

import "fmt"

func main() {
	fmt.Println("before")
	var err error
	panic(err)
}
