package main

import (
	"bytes"
	"strconv"
	"strings"
)

// Buffers whose size is known only at run time, and buffers that grow.

//go:noinline
func sumOf(s []int) (n int) {
	for _, v := range s {
		n += v
	}
	return n
}

func makeOfSize() {
	s := make([]int, seven)
	for i := range s {
		s[i] = i
	}
	sinkInt = sumOf(s)
}

func appendFew() {
	var s []int
	for i := range seven {
		s = append(s, i)
	}
	sinkInt = sumOf(s)
}

func appendWithCap() {
	s := make([]int, 0, 16)
	for i := range seven {
		s = append(s, i)
	}
	sinkInt = sumOf(s)
}

func concat() {
	s := "a" + strconv.Itoa(seven*1000)
	sinkInt = len(s + "tail")
}

func builder() {
	var b strings.Builder
	for range seven {
		b.WriteString("word ")
	}
	sinkInt = b.Len()
}

func buffer() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.WriteByte('x')
	sinkInt = b.Len()
}

func itoaDropped() { sinkInt = len(strconv.Itoa(seven * 100000)) }

func smallMap() {
	m := map[int]int{}
	for i := range seven {
		m[i] = i * i
	}
	sinkInt = m[3]
}

func bytesOfString() {
	b := []byte(sinkString + "0123456789")
	b[0] = 'x'
	sinkInt = int(b[0])
}

func needsKeptBuffer() {
	b := make([]byte, seven)
	sinkBytes = b
}

var sinkInts []int
var sinkMap map[int]int

//go:noinline
func appended(s []int, n int) []int {
	for i := range n {
		s = append(s, i*n)
	}
	return s
}

// The array that append made is kept, not the one that it was given.
func needsAppended() {
	var space [4]int
	sinkInts = appended(space[:0], seven)
	clobber(3)
	verify(sinkInts[6] == 42 && sinkInts[0] == 0)
}

func needsMap() {
	m := make(map[int]int, 4)
	m[seven] = 1
	sinkMap = m
	clobber(3)
	verify(sinkMap[7] == 1)
}

func needsConcat() {
	sinkString = sinkText + "tail"
	clobber(3)
	verify(sinkString[len(sinkString)-1] == 'l')
}

var sinkText = "a text that is longer than thirty-two bytes "

// The array is in the frame until it grows, and then others hold it.
func needsGrown() {
	s := make([]byte, 0, 8)
	for i := range seven {
		s = append(s, byte(i))
	}
	s = append(s, "0123456789"...)
	sinkBytes = s
	clobber(3)
	verify(sinkBytes[6] == 6 && sinkBytes[16] == '9')
}

func main() {
	measure([]gauntletCase{
		{"make_of_runtime_size", 0, makeOfSize},
		{"append_few", 0, appendFew},
		{"append_with_cap", 0, appendWithCap},
		{"concat", 0, concat},
		{"strings_builder", 0, builder},
		{"bytes_buffer", 0, buffer},
		{"itoa_dropped", 0, itoaDropped},
		{"small_map", 0, smallMap},
		{"bytes_of_string", 0, bytesOfString},
		{"needs_kept_buffer", 1, needsKeptBuffer},
		{"needs_appended", 1, needsAppended},
		{"needs_map", 2, needsMap},
		{"needs_concat", 1, needsConcat},
		{"needs_grown", 1, needsGrown},
	})
}
