// A channel closed twice.
package main

import "fmt"

type stream struct{ done chan struct{} }

func (s *stream) stop() { close(s.done); fmt.Println("stopped") }

func main() {
	s := &stream{make(chan struct{})}
	s.stop()
	s.stop()
}
