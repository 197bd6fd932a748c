// A function that reflect makes holds its receiver: its code, which is no code of the program, got a receiver in a frame.
package main

import (
	"fmt"
	"reflect"
)

type Low struct{ v int }

func (l *Low) Inc(n int) int { l.v += n; return l.v }

func main() {
	inc := reflect.ValueOf(&Low{10}).MethodByName("Inc").Interface().(func(int) int)
	fmt.Println(inc(1), inc(1))
}
