// A call with several results gives all arguments of a predeclared function.
package main

import (
	"fmt"
	"unsafe"
)

var bytes = [4]byte{1, 2, 3, 4}

func ints() (int, int)                    { return 7, 3 }
func texts() (string, string, string)     { return "b", "a", "c" }
func floats() (float64, float64)          { return 1, 2 }
func span() (*byte, uint8)                { return &bytes[1], 2 }
func far() (unsafe.Pointer, int16)        { return unsafe.Pointer(&bytes[3]), -1 }
func list() ([]int, int, int)             { return []int{1}, 2, 3 }
func both() ([]int, []int)                { return make([]int, 2), []int{5, 6, 7} }
func entry() (map[string]int, string)     { return table, "x" }

var table = map[string]int{"x": 1, "y": 2}

func main() {
	fmt.Println(min(ints()), max(ints()), min(texts()), max(texts()), max(floats()))
	fmt.Println(complex(floats()))
	s := unsafe.Slice(span())
	fmt.Println(len(s), s[0], s[1], unsafe.String(span()) == "\x02\x03")
	fmt.Println(*(*byte)(unsafe.Add(far())))
	fmt.Println(len(append(list())), copy(both()))
	delete(entry())
	fmt.Println(len(table))
	fmt.Print(ints())
	fmt.Println()
}
