// A nil channel cannot be closed.
package main

func main() {
	var c chan<- int
	close(c)
}
