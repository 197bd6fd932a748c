// Wrapping of every integer type, division and shifts at the edges.
package main

import "fmt"

//go:noinline
func i8(x int8) (int8, int8, int8, int8) { return x + 1, x - 1, x * 2, -x }

//go:noinline
func i16(x int16) (int16, int16, int16, int16) { return x + 1, x - 1, x * x, -x }

//go:noinline
func i32(x int32) (int32, int32, int32, int32) { return x + 1, x - 1, x * x, -x }

//go:noinline
func i64(x int64) (int64, int64, int64, int64) { return x + 1, x - 1, x * x, -x }

//go:noinline
func u8(x uint8) (uint8, uint8, uint8, uint8) { return x + 1, x - 1, x * x, -x }

//go:noinline
func u16(x uint16) (uint16, uint16, uint16, uint16) { return x + 1, x - 1, x * x, -x }

//go:noinline
func u32(x uint32) (uint32, uint32, uint32, uint32) { return x + 1, x - 1, x * x, -x }

//go:noinline
func u64(x uint64) (uint64, uint64, uint64, uint64) { return x + 1, x - 1, x * x, -x }

//go:noinline
func div(a, b int64) (int64, int64) { return a / b, a % b }

//go:noinline
func div8(a, b int8) (int8, int8) { return a / b, a % b }

func main() {
	fmt.Println(i8(127))
	fmt.Println(i8(-128))
	fmt.Println(i16(32767))
	fmt.Println(i16(-32768))
	fmt.Println(i32(2147483647))
	fmt.Println(i32(-2147483648))
	fmt.Println(i64(9223372036854775807))
	fmt.Println(i64(-9223372036854775808))
	fmt.Println(u8(0))
	fmt.Println(u8(255))
	fmt.Println(u16(0))
	fmt.Println(u16(65535))
	fmt.Println(u32(0))
	fmt.Println(u32(4294967295))
	fmt.Println(u64(0))
	fmt.Println(u64(18446744073709551615))
	for _, p := range [][2]int64{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {-9223372036854775808, -1}, {-9223372036854775808, 1}} {
		fmt.Println(div(p[0], p[1]))
	}
	fmt.Println(div8(-128, -1))
	fmt.Println(div8(-128, 3))
	var u uint8 = 200
	var i int8 = -56
	fmt.Println(u/7, u%7, i/7, i%7, u>>1, i>>1, uint8(i), int8(u), u*u/3, (u+100)/2)
	var h uint32 = 2166136261
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
}
