// Printing and parsing of integers at the limits of all types.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	var i8 int8 = -128
	var u8 uint8 = 255
	var i16 int16 = -32768
	var u16 uint16 = 65535
	var i32 int32 = -2147483648
	var u32 uint32 = 4294967295
	var i64 int64 = -9223372036854775808
	var u64 uint64 = 18446744073709551615
	values := []any{i8, u8, i16, u16, i32, u32, i64, u64, int(i32), uint(u32), uintptr(4096)}
	for _, v := range values {
		fmt.Printf("%d %x %X %o %b %v %T\n", v, v, v, v, v, v, v)
		fmt.Printf("[%24d] [%-24d] [%024d] [%+d] [%#x] [% d]\n", v, v, v, v, v, v)
	}
	fmt.Println(values...)
	for base := 2; base <= 36; base += 17 {
		s := strconv.FormatInt(i64, base)
		back, err := strconv.ParseInt(s, base, 64)
		fmt.Println(s, back == i64, err)
	}
	for _, s := range []string{"-129", "127", "128", "255", "256", "-1"} {
		a, err1 := strconv.ParseInt(s, 10, 8)
		b, err2 := strconv.ParseUint(s, 10, 8)
		fmt.Println(a, err1, b, err2)
	}
	digits := 0
	for n := u64; n > 0; n /= 10 {
		digits++
	}
	fmt.Println(digits, u64%1000, u64/1e18, i64%1000, i64/-1e18, -i64 == i64)
	var x, y int64 = 1 << 62, 3
	hi, lo := x>>32*y, x*y
	fmt.Println(hi, lo, x*4, x+x, -x-x-1)
	fmt.Printf("%c|%5c|%-3c|%q|%U|%#U|%08.3d|%x|%+x\n", 0x1F600, 'é', 'z', 0x7f, -1, 0x2318, 42, -42, 42)
	fmt.Printf("%v %v %d %s\n", [3]int8{-1, 0, 1}, []uint16{65535}, []byte{1, 2}, []byte{65, 66})
	fmt.Printf("%3d|%-3d|%03d\n", []int{1, 22, 333, 4444}, []int{1}, []int{-1, 5})
}
