// A slice that is too short for the array it is converted to.
package main

import "fmt"

func head(b []byte) [4]byte { return [4]byte(b) }

func main() {
	fmt.Println(head([]byte("12345")))
	fmt.Println(head([]byte("123")))
}
