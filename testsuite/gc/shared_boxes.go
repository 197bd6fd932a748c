// What interfaces hold of small and empty values needs no allocation; the counts are the official runtime's.
package main

import (
	"fmt"
	"runtime"
)

type small struct{ n int16 }
type wide struct{ a, b int32 }
type word int64
type text string

var sink []any

//go:noinline
func keep(v any) { sink = append(sink, v) }

func mallocs() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// base is what an empty function counts.
var base uint64

func count(f func()) uint64 {
	sink = make([]any, 0, 100)
	before := mallocs()
	f()
	return mallocs() - before - base
}

//go:noinline
func value[T any](v T) T { return v }

func main() {
	base = count(func() {})
	fmt.Println("int", count(func() { keep(value(255)) }), count(func() { keep(value(256)) }), count(func() { keep(value(-1)) }))
	fmt.Println("uint16", count(func() { keep(value(uint16(7))) }), count(func() { keep(value(uint16(700))) }))
	fmt.Println("int32", count(func() { keep(value(int32(7))) }), count(func() { keep(value(int32(-7))) }))
	fmt.Println("byte", count(func() { keep(value(byte(200))); keep(value(int8(-1))); keep(value(true)) }))
	fmt.Println("word", count(func() { keep(value(word(3))) }), count(func() { keep(value(word(1 << 40))) }))
	fmt.Println("float64", count(func() { keep(value(0.0)) }), count(func() { keep(value(1.5)) }))
	fmt.Println("float32", count(func() { keep(value(float32(0))) }), count(func() { keep(value(float32(2))) }))
	fmt.Println("struct", count(func() { keep(value(small{9})) }), count(func() { keep(value(small{-9})) }), count(func() { keep(value(wide{0, 1})) }))
	fmt.Println("string", count(func() { keep(value("")) }), count(func() { keep(value("abc")[3:]) }), count(func() { keep(value("x")) }))
	fmt.Println("text", count(func() { keep(value(text(""))) }), count(func() { keep(value(text("t"))) }))
	fmt.Println("slice", count(func() { keep(value([]int(nil))) }), count(func() { keep(value([]string{})) }))
	fmt.Println("constant", count(func() { keep(1000); keep("const"); keep(2.5) }))
	fmt.Println("empty", count(func() { keep(value(struct{}{})); keep(value([0]int{})) }))
	for i := range 3 {
		v := value(254 + i)
		keep(v)
		s := value([]int{v}[:i%2])
		keep(s)
	}
	for _, v := range sink {
		fmt.Printf("%T %v;", v, v)
	}
	fmt.Println()
	fmt.Println(sink[len(sink)-1] == nil, any(value(5)) == any(value(5)), any(value(300)) == any(value(300)), any(value("")) == any(""))
}
