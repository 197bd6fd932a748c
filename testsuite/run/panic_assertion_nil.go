// An assertion on a nil interface.
package main

import "fmt"

func main() {
	m := map[string]any{"a": fmt.Sprint(1)}
	fmt.Println(m["a"].(string))
	fmt.Println(m["b"].(string))
}
