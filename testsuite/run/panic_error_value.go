// A panic with an error prints its text.
package main

import (
	"errors"
	"fmt"
)

type parseError struct {
	line int
	err  error
}

func (p *parseError) Error() string { return fmt.Sprintf("line %d: %v", p.line, p.err) }

func must(err error) {
	if err != nil {
		panic(err)
	}
	fmt.Println("fine")
}

func main() {
	must(nil)
	must(&parseError{3, errors.New("unexpected end")})
}
