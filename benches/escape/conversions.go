package main

import (
	"bytes"
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
		{"needs_copy", 1, func() { sinkBytes = []byte(text) }},
		{"needs_old_text", 1, needsOldText},
		{"needs_own_bytes", 1, needsOwnBytes},
		{"needs_writable", 1, needsWritable},
		{"needs_key", 1, needsKey},
	})
}
