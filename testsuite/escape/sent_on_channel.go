// What is sent on a channel by pointer escapes.
package main

import "fmt"

type message struct{ id int }

func main() {
	ch := make(chan *message, 2)
	m := message{7}
	ch <- &m
	kept := message{8}
	p := &kept
	p.id++
	fmt.Println((<-ch).id, kept.id)
}
