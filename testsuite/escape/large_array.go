// A local too large for any frame goes to the heap.
package main

import "fmt"

func main() {
	var big [1 << 20]byte
	for i := range big {
		big[i] = byte(i)
	}
	sum := 0
	for _, b := range big[:1000] {
		sum += int(b)
	}
	fmt.Println(sum, len(big))
}
