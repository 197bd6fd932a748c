package main

import (
	"bytes"
	"strconv"
	"strings"
)

// Strings and byte slices that share memory while nobody writes.

var text = strings.Repeat("some longer text ", 4)
var data = []byte(text)

//go:noinline
func count(b []byte) (n int) {
	for _, c := range b {
		if c == 'e' {
			n++
		}
	}
	return n
}

//go:noinline
func length(s string) int { return len(s) + strings.IndexByte(s, 'x') }

// More than a frame or the side stack has room for.
var large = strings.Repeat(text, 6000)
var largeData = []byte(large)

var digits = []byte(strings.Repeat("0", 40) + "1234")

type reader interface{ read(b []byte) int }

type counter struct{ n int }

func (c *counter) read(b []byte) int { c.n += count(b); return c.n }

type eraser struct{}

func (eraser) read(b []byte) int { clear(b); return len(b) }

type keeper struct{ b []byte }

func (k *keeper) read(b []byte) int { k.b = b; return len(b) }

var readers = []reader{eraser{}, &keeper{}}

//go:noinline
func readAll(r *counter, s string) int { return r.read([]byte(s)) }

type span struct{ text string }

//go:noinline
func (s *span) words() int { return strings.Count(s.text, " ") }

var table = map[string]int{text: 1}

var counts = map[string]int{}

// The bytes change while the string is in use.
func needsOldText() {
	s := string(data)
	data[0] = 'S'
	verify(s[0] == 's' && length(s) > 0)
	data[0] = 's'
}

// The string must not change with the bytes.
func needsOwnBytes() {
	b := []byte(text)
	b[0] = 'S'
	verify(count(b) > 0 && text[0] == 's')
}

//go:noinline
func upperFirst(b []byte) { b[0] -= 32 }

func needsWritable() {
	b := []byte(text)
	upperFirst(b)
	verify(b[0] == 'S' && text[0] == 's')
}

func needsKey() {
	clear(counts)
	counts[string(data)]++
	data[0] = 'S'
	verify(counts[text] == 1)
	data[0] = 's'
}

// One of the readers writes.
func needsErased() {
	verify(readers[0].read([]byte(large)) > 0 && large[0] == 's')
}

func needsKept() {
	readers[1].read([]byte(large))
	readers[1].(*keeper).b[0] = 'K'
	verify(large[0] == 's')
	readers[1].(*keeper).b = nil
}

func needsLargeOldText() {
	s := string(largeData)
	largeData[0] = 'S'
	verify(s[0] == 's' && length(s) > 0)
	largeData[0] = 's'
}

func needsHeldText() {
	s := span{string(largeData)}
	largeData[4] = '-'
	verify(s.words() == strings.Count(large, " "))
	largeData[4] = ' '
}

// The concatenation would be the string itself.
func needsWholeText() {
	s := string(largeData) + text[:0]
	largeData[0] = 'S'
	verify(s[0] == 's')
	largeData[0] = 's'
}

func main() {
	measure([]gauntletCase{
		{"bytes_of_string_read", 0, func() { sinkInt = count([]byte(text)) }},
		{"string_of_bytes_read", 0, func() { sinkInt = length(string(data)) }},
		{"map_lookup", 0, func() { sinkInt = table[string(data)] }},
		{"comparison", 0, func() {
			if string(data) == text {
				sinkInt++
			}
		}},
		{"range_over_bytes", 0, func() {
			for _, c := range []byte(text) {
				sinkInt += int(c)
			}
		}},
		{"contains", 0, func() {
			if bytes.Contains([]byte(text), []byte("longer")) {
				sinkInt++
			}
		}},
		{"large_bytes_read", 0, func() { sinkInt = count([]byte(large)) }},
		{"large_string_read", 0, func() { sinkInt = length(string(largeData)) }},
		{"large_bytes_method", 0, func() {
			var c counter
			sinkInt = readAll(&c, large)
		}},
		{"large_held", 0, func() {
			s := span{string(largeData)}
			sinkInt = s.words()
		}},
		{"parse_number", 0, func() { sinkInt, _ = strconv.Atoi(string(digits)) }},
		{"needs_erased", 1, needsErased},
		{"needs_kept", 1, needsKept},
		{"needs_large_old_text", 1, needsLargeOldText},
		{"needs_held_text", 1, needsHeldText},
		{"needs_whole_text", 1, needsWholeText},
		{"needs_copy", 1, func() { sinkBytes = []byte(text) }},
		{"needs_old_text", 1, needsOldText},
		{"needs_own_bytes", 1, needsOwnBytes},
		{"needs_writable", 1, needsWritable},
		{"needs_key", 1, needsKey},
	})
}
