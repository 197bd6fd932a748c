// Shifts with counts of all types, beyond the width, of all operand widths.
package main

import "fmt"

//go:noinline
func shl(x int, n uint) int { return x << n }

//go:noinline
func shr(x int, n uint8) int { return x >> n }

//go:noinline
func ushr(x uint64, n int) uint64 { return x >> n }

//go:noinline
func shl8(x uint8, n uint64) uint8 { return x << n }

//go:noinline
func shr8(x int8, n uint) int8 { return x >> n }

//go:noinline
func shl32(x int32, n int64) int32 { return x << n }

//go:noinline
func rot(x uint32, k uint) uint32 { return x<<(k&31) | x>>(32-k&31) }

func negative(n int) (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	return fmt.Sprint(1 << n)
}

func main() {
	for _, n := range []uint{0, 1, 31, 32, 63, 64, 65, 1000} {
		fmt.Print(shl(1, n), " ", shl(-3, n), " ", shr(-1<<40, uint8(n)), " ", ushr(1<<63, int(n)), "; ")
	}
	fmt.Println()
	for _, n := range []uint{0, 1, 6, 7, 8, 9, 255, 256} {
		fmt.Print(shl8(0x83, uint64(n)), " ", shr8(-100, n), " ", shr8(100, n), "; ")
	}
	fmt.Println()
	fmt.Println(shl32(1, 31), shl32(3, 31), shl32(1, 32), shl32(7, 1<<40))
	fmt.Printf("%08x %08x %08x\n", rot(0x12345678, 8), rot(0x12345678, 0), rot(0x80000001, 33))
	fmt.Println(negative(-1), negative(3))
	var s uint = 33
	var w int64 = 1 << s
	var i = 1 << s
	var f = uint32(1<<s) >> 1
	var b = byte(1)<<7>>7 | 1<<2
	fmt.Println(w, i, f, b, 1.0<<3, int8(1)<<6, uint16(1)<<15>>3)
	var huge uint64 = 1 << 63
	fmt.Println(1<<huge, -1>>huge, uint8(255)>>huge)
	x := 0xf0f0
	x <<= 4
	x >>= 8
	fmt.Printf("%x %x %x %x\n", x, x&0xff, x&^0xff, x^0xfff)
}
