// The bytes of a buffer outlive it.
package main

import (
	"bytes"
	"fmt"
)

func render(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		b.WriteByte(byte('a' + i))
	}
	b.WriteString("!")
	return b.Bytes()
}

func main() { fmt.Println(string(render(5))) }
