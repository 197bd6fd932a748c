// Untyped constants: big values, kinds, iota patterns, default types.
package main

import "fmt"

const (
	huge  = 1 << 200
	small = huge >> 190
	third = 1.0 / 3
	mixed = 'a' + 1.0
	cplx  = 2i * 2i
)

const (
	_  = iota
	kb = 1 << (10 * iota)
	mb
	gb
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

type flag uint

const (
	read flag = 1 << iota
	write
	exec
	all = read | write | exec
)

type month int

const (
	jan month = iota + 1
	feb
	mar
)

func (m month) String() string { return [...]string{"?", "Jan", "Feb", "Mar"}[m] }

const (
	first = "s"
	second
	third3 = iota
	fourth
)

const name = "golift"
const long = len(name) * 2

func main() {
	fmt.Println(small, third, cplx, kb, mb, gb)
	fmt.Printf("%T %v %T %T %T\n", mixed, mixed, third, 'x', 1i)
	fmt.Println(a, b, c, d, e, f)
	fmt.Printf("%v %v %T %03b\n", read, all, exec, all&^write)
	fmt.Println(jan, feb, mar, month(2))
	fmt.Println(first, second, third3, fourth, long)
	const local = iota + 5
	const big = 1<<63 - 1
	var u uint64 = 1<<64 - 1
	fmt.Println(local, big, u)
	var f32 float32 = 1 << 24
	fmt.Println(f32+1 == f32, 5/2, 5/2.0, 7%4, -7/2, -7%4)
	var x uint8 = 255
	fmt.Println(x+1, x<<1, ^x, -x)
	fmt.Println(0x1p-2, 0b1010, 0o17, 1_000_000, 0x_ff, 'a', '\x41', '\u00e9', "\u65e5")
	var by byte = 'a' * 1.0
	var r rune = 1e3
	const ratio = 3 / 2 * 2.0
	fmt.Println(by, r, ratio, huge/(1<<198), len([10]int{}), float32(0.1), 0.1+0.2)
	fmt.Println(^0, ^uint32(0), 1<<3|1, 6&^2, -5>>1, "a"+"b" < "b", !true)
}
