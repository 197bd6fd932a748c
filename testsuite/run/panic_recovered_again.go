// A recovered value that is thrown again is marked.
package main

import "fmt"

func protect(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
			panic(r)
		}
	}()
	f()
}

func main() {
	protect(func() { fmt.Println("fine") })
	protect(func() { panic("original value") })
}
