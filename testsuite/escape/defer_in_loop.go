// A deferred call at top level keeps its closure in the frame; in a loop it needs one each time.
package main

import "fmt"

func once() (n int) {
	defer func() { n *= 2 }()
	return 21
}

func loop() {
	for i := range 3 {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("end of loop")
}

func main() {
	fmt.Println(once())
	loop()
}
