// Conversions between all numeric types.
package main

import "fmt"

//go:noinline
func all(x int64) {
	fmt.Println(int8(x), int16(x), int32(x), int(x), uint8(x), uint16(x), uint32(x), uint64(x), uint(x), uintptr(x))
	fmt.Println(float32(x), float64(x))
}

//go:noinline
func fromFloat(f float64) {
	fmt.Println(int64(f), int32(f), int(f), float32(f))
}

//go:noinline
func fromUnsigned(u uint64) {
	fmt.Println(int64(u), float64(u), float32(u), uint8(u), int8(u))
}

//go:noinline
func unsignedFrom(f float64) uint64 { return uint64(f) }

type meters float64
type count int16

func main() {
	for _, x := range []int64{0, 1, -1, 127, 128, 255, 256, 32768, 65535, 1 << 31, 1<<32 - 1, -1 << 63, 1<<63 - 1, 300000000000} {
		all(x)
	}
	for _, f := range []float64{0, 0.9, -0.9, 1.5, -1.5, 1e9, -1e9, 16777217} {
		fromFloat(f)
	}
	for _, u := range []uint64{0, 200, 1 << 63, 1<<64 - 1, 1<<53 + 1, 1<<24 + 1} {
		fromUnsigned(u)
	}
	fmt.Println(unsignedFrom(1e19), unsignedFrom(1<<63), unsignedFrom(12345.99))
	m := meters(3.7)
	c := count(m)
	fmt.Println(m, c, float64(m)*2, int(c)*2, meters(c)/2)
	var i32 int32 = -5
	fmt.Println(uint64(i32), uint64(uint32(i32)), int64(uint32(i32)), uint16(i32), int64(int8(i32)))
	var u8 uint8 = 0xf0
	fmt.Println(int8(u8), int(int8(u8)), uint32(int8(u8)), int32(u8)<<4)
	c64 := complex64(complex(1.1, 2.2))
	fmt.Println(c64, complex128(complex(float64(float32(1.5)), 2)), real(c64), imag(c64))
	r := rune(u8)
	b := byte(r + 20)
	fmt.Println(r, b)
}
