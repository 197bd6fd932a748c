package main

import (
	"strconv"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
)

// What fmt, errors, sort and strings do with their arguments.

type pt struct{ x, y int }

func (p pt) String() string { return "pt" }

func printNumbers() { fmt.Fprintln(io.Discard, "x", seven*1000, 2.5) }
func printFormatted() {
	fmt.Fprintf(io.Discard, "%d %s %v\n", seven*1000, "text", pt{seven, 2})
}
func printStringer() { fmt.Fprintln(io.Discard, &pt{seven, 2}) }
func printSlice()    { fmt.Fprintln(io.Discard, []int{seven, 2, 3}) }
func errorCompared() {
	if err := errors.New("one"); err == io.EOF {
		sinkInt++
	}
}

func sorted() {
	s := []pt{{3, 1}, {seven, 2}, {1, 3}}
	sort.Slice(s, func(i, j int) bool { return s[i].x < s[j].x })
	sinkInt = s[0].x
}

func replaced() { sinkInt = len(strings.ToUpper("abc")) + strings.Count("cheese", "e") }

func fields() {
	n := 0
	for f := range strings.FieldsSeq("a few words here") {
		n += len(f)
	}
	sinkInt = n
}

func needsSprintf() { sinkString = fmt.Sprintf("%d", seven*1000) }

func needsError() {
	sinkAny = fmt.Errorf("value %d", seven)
	clobber(3)
	verify(sinkAny.(error).Error() == "value 7")
}

func needsBuilt() {
	var b strings.Builder
	b.WriteString("some text ")
	b.WriteString(strconv.Itoa(seven * 1000))
	sinkString = b.String()
	clobber(3)
	verify(sinkString == "some text 7000")
}

type shelf []*pt

func (s shelf) Len() int           { return len(s) }
func (s shelf) Less(i, j int) bool { return s[i].x < s[j].x }
func (s shelf) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func needsSorted() {
	s := make(shelf, 2)
	s[0], s[1] = &pt{seven, 1}, &pt{seven - 1, 2}
	sort.Sort(s)
	sinkAny = s[0]
	clobber(3)
	verify(sinkAny.(*pt).y == 2)
}

func main() {
	measure([]gauntletCase{
		{"println_numbers", 0, printNumbers},
		{"printf", 0, printFormatted},
		{"println_stringer", 0, printStringer},
		{"println_slice", 0, printSlice},
		{"error_compared", 0, errorCompared},
		{"sort_slice", 0, sorted},
		{"to_upper_dropped", 0, replaced},
		{"fields_sequence", 0, fields},
		{"needs_sprintf", 1, needsSprintf},
		{"needs_error", 2, needsError},
		{"needs_built", 1, needsBuilt},
		{"needs_sorted", 2, needsSorted},
	})
}
