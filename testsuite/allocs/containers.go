package main

import (
	"bytes"
	"errors"
	"runtime"
	"strconv"
)

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

type list[T any] struct {
	value T
	next  *list[T]
}

var (
	stats  runtime.MemStats
	shapes []shape
	global any
)

func closures(n int) (fs []func() int) {
	for i := range n {
		fs = append(fs, func() int { i++; return i })
	}
	return fs
}

func main() {
	for i := range 300 {
		shapes = append(shapes, square{float64(i)})
		global = i * 1000
		global = "s" + strconv.Itoa(i)
	}
	var head *list[string]
	for i := range 50 {
		head = &list[string]{strconv.Itoa(i), head}
	}
	var buf bytes.Buffer
	for l := head; l != nil; l = l.next {
		buf.WriteString(l.value)
	}
	m := make(map[[2]int]*int)
	for i := range 1000 {
		m[[2]int{i, i}] = new(int)
		if i%3 == 0 {
			delete(m, [2]int{i / 3, i / 3})
		}
	}
	big := make([]int, buf.Len()*1000)
	err := errors.Join(errors.New("a"), errors.New("b"))
	sum := 0
	for _, f := range closures(10) {
		sum += f()
	}
	global = big
	println(len(m), len(big), err.Error(), sum)
	runtime.ReadMemStats(&stats)
	println("mallocs", stats.Mallocs)
}
