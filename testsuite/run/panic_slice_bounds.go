// Slice bounds beyond the capacity.
package main

import "fmt"

func window(b []byte, from, size int) []byte { return b[from : from+size] }

func main() {
	b := make([]byte, 10)
	copy(b, "0123456789")
	for i := 0; i < 20; i += 4 {
		fmt.Println(string(window(b, i, 4)))
	}
}
