package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

// What golift promises: these allocate nothing where nothing outlives the caller.

var null, _ = os.OpenFile(os.DevNull, os.O_WRONLY, 0)
var word = strings.Repeat("word", 3)
var wide = strings.Repeat("a wide text of some length ", 5)

// quiet runs print with nothing behind standard output.
func quiet(print func()) func() {
	return func() {
		out := os.Stdout
		os.Stdout = null
		print()
		os.Stdout = out
	}
}

//go:noinline
func half(n int) (int, error) {
	if n%2 != 0 {
		return 0, errors.New("odd")
	}
	return n / 2, nil
}

func errorReturned() {
	if _, err := half(seven); err != nil {
		sinkInt++
	}
}

var errOdd = errors.New("odd")

func errorCompared() {
	if _, err := half(seven); err == errOdd {
		sinkInt++
	}
}

func errorIs() {
	if _, err := half(seven); errors.Is(err, errOdd) {
		sinkInt++
	}
}

func builderGrows() {
	var b strings.Builder
	for i := range 20 {
		b.WriteString(word)
		b.WriteByte(byte('a' + i))
	}
	sinkInt = len(b.String())
}

func builderPrinted() {
	var b strings.Builder
	b.WriteString(word)
	b.WriteRune('é')
	fmt.Println(b.String())
}

func bufferGrows() {
	var b bytes.Buffer
	for i := range 20 {
		b.WriteString(word)
		b.WriteByte(byte('a' + i))
	}
	sinkInt = b.Len()
}

func bufferRead() {
	var b bytes.Buffer
	b.WriteString(wide)
	var p [8]byte
	for {
		n, err := b.Read(p[:])
		if err != nil {
			break
		}
		sinkInt += n
	}
}

func fprintf() {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d %s %5.2f %v", seven*1000, word, 2.5, seven > 3)
	sinkInt = b.Len()
}

func fprintln() {
	var b bytes.Buffer
	fmt.Fprintln(&b, seven*1000, word, wide)
	sinkInt = b.Len()
}

func fprintToBuilder() {
	var b strings.Builder
	fmt.Fprint(&b, seven*1000, word)
	sinkInt = len(b.String())
}

type person struct {
	name string
	age  int
}

type byAge []person

func (s byAge) Len() int           { return len(s) }
func (s byAge) Less(i, j int) bool { return s[i].age < s[j].age }
func (s byAge) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func sortSlice() {
	s := []person{{"a", seven}, {"b", 3}, {"c", 5}, {"d", 1}}
	sort.Slice(s, func(i, j int) bool { return s[i].age < s[j].age })
	sinkInt = s[0].age
}

func sortLongSlice() {
	var s [100]person
	for i := range s {
		s[i].age = i * seven % 100
	}
	sort.Slice(s[:], func(i, j int) bool { return s[i].age < s[j].age })
	sinkInt = s[1].age
}

func sortSort() {
	s := byAge{{"a", seven}, {"b", 3}, {"c", 5}, {"d", 1}}
	sort.Sort(s)
	sinkInt = s[0].age
}

func sortPointer() {
	s := []*person{{"a", seven}, {"b", 3}, {"c", 5}}
	sort.Slice(s, func(i, j int) bool { return s[i].age < s[j].age })
	sinkInt = s[0].age
}

func main() {
	measure([]gauntletCase{
		{"println_small_int", 0, quiet(func() { fmt.Println("x", seven) })},
		{"println_large_int", 0, quiet(func() { fmt.Println("x", seven*1000000) })},
		{"println_string", 0, quiet(func() { fmt.Println("x", word) })},
		{"println_long_string", 0, quiet(func() { fmt.Println("x", wide, wide) })},
		{"println_several", 0, quiet(func() { fmt.Println(seven, word, 2.5*float64(seven), seven > 3, 'x', uint8(seven)) })},
		{"printf_values", 0, quiet(func() { fmt.Printf("%d %s %q %x %v\n", seven*1000, word, word, seven*1000, 2.5) })},
		{"sprintf_dropped", 0, func() { sinkInt = len(fmt.Sprintf("%d-%s", seven*1000, word)) }},
		{"sprint_dropped", 0, func() { sinkInt = len(fmt.Sprint(seven*1000, word)) }},
		{"sprintf_printed", 0, quiet(func() { fmt.Println(fmt.Sprintf("%d-%s", seven*1000, word)) })},
		{"fprintf_to_buffer", 0, fprintf},
		{"fprintln_to_buffer", 0, fprintln},
		{"fprint_to_builder", 0, fprintToBuilder},
		{"error_returned", 0, errorReturned},
		{"error_returned_compared", 0, errorCompared},
		{"error_is", 0, errorIs},
		{"builder_grows", 0, builderGrows},
		{"builder_printed", 0, quiet(builderPrinted)},
		{"buffer_grows", 0, bufferGrows},
		{"buffer_read", 0, bufferRead},
		{"sort_slice_of_structs", 0, sortSlice},
		{"sort_long_slice", 0, sortLongSlice},
		{"sort_sort", 0, sortSort},
		{"sort_slice_of_pointers", 0, sortPointer},
		{"itoa_dropped_long", 0, func() { sinkInt = len(strconv.Itoa(seven * 100000000)) }},
		{"itoa_printed", 0, quiet(func() { fmt.Println(strconv.Itoa(seven * 100000)) })},
		{"itoa_joined", 0, func() { sinkInt = len("n=" + strconv.Itoa(seven*100000)) }},
		{"duration_printed", 0, quiet(func() { fmt.Println(time.Duration(seven) * time.Millisecond * 1234) })},
	})
}
