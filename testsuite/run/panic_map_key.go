// A map key whose dynamic type cannot be hashed.
package main

import "fmt"

func main() {
	seen := map[any]int{}
	for _, k := range []any{1, "a", [1]int{2}, []int{3}} {
		seen[k]++
		fmt.Println(len(seen))
	}
}
