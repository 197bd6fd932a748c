// A panic with a Stringer that is no error prints the type and address form of its kind.
package main

import "fmt"

type level int

func (l level) String() string { return "level " + fmt.Sprint(int(l)) }

func main() {
	fmt.Println(level(2))
	panic(level(3))
}
