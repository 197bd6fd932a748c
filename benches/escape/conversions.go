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
	})
}
