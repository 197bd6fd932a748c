// An empty select blocks for ever.
package main

import "fmt"

func main() {
	fmt.Println("before")
	select {}
}
