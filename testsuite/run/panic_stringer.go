// A panic with a Stringer prints its text.
package main

import "fmt"

type level int

func (l level) String() string { return "level " + fmt.Sprint(int(l)) }

func main() {
	fmt.Println(level(2))
	panic(level(3))
}
