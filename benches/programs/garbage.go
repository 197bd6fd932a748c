package main

import "fmt"

type object struct {
	words [8]int
}

var sink *object

// 10 GB of garbage in objects of 64 bytes.
func main() {
	for i := 0; i < 10<<30/64; i++ {
		sink = &object{}
		sink.words[0] = i
	}
	fmt.Println(sink.words[0])
}
