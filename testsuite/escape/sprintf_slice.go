// A slice of formatted strings.
package main

import "fmt"

func labels(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("item-%02d", i))
	}
	return out
}

func main() { fmt.Println(labels(4)) }
