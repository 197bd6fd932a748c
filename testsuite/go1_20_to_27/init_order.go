// Package-level variables are initialised by dependency (through functions, methods, closures), then in source order.
package main

import "fmt"

var log []string

func note[T any](s string, v T) T {
	log = append(log, s)
	return v
}

var (
	last   = note("last", first+middle())
	second = note("second", 2)
	first  = note("first", second*10)
	x, y   = pair()
	_      = note("blank", third.value())
	third  = note("third", box[int]{y})
	f      = func() int { return note("f", viaClosure) }
	called = note("called", f())
)

var viaClosure = note("viaClosure", 5)

type box[T any] struct{ v T }

func (b box[T]) value() T { note("method needs", extra); return b.v }

var extra = note("extra", "e")

func middle() int { return note("middle", late+1) }

var late = note("late", 100)

func pair() (int, int) { return note("pair", 1), second }


func init() { note("init 1", 0) }
func init() { note("init 2", 0) }

func main() {
	for i, s := range log {
		fmt.Println(i, s)
	}
	fmt.Println(last, second, first, x, y, third, called, late)
}
