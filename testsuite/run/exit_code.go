// os.Exit ends at once, without deferred calls.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never")
	fmt.Println("leaving")
	fmt.Fprintln(os.Stderr, "with a message")
	os.Exit(3)
}
