package main

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Texts that the library makes and its caller drops.

var line = strings.Repeat("one two, three ", 6)
var words = strings.Fields(line)
var raw = []byte(line)

func split() {
	n := 0
	for _, f := range strings.Split(line, ",") {
		n += len(f)
	}
	sinkInt = n
}

func fieldsOf() {
	n := 0
	for _, f := range strings.Fields(line) {
		n += len(f)
	}
	sinkInt = n
}

func fieldsFunc() {
	n := 0
	for _, f := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
		n += len(f)
	}
	sinkInt = n
}

func cut() {
	before, after, _ := strings.Cut(line, ",")
	sinkInt = len(before) + len(after)
}

func wrapped() {
	err := fmt.Errorf("reading %s: %w", words[0], errNone)
	if errors.Is(err, errNone) {
		sinkInt++
	}
}

var errNone = errors.New("none")

type codeError struct{ code int }

func (e *codeError) Error() string { return "code " + strconv.Itoa(e.code) }

//go:noinline
func coded(n int) error { return &codeError{n} }

func errorAs() {
	var c *codeError
	if errors.As(coded(seven), &c) {
		sinkInt = c.code
	}
}

func appendInt() {
	var space [64]byte
	b := strconv.AppendInt(space[:0], int64(seven)*1000, 10)
	b = append(b, ' ')
	b = strconv.AppendQuote(b, words[0])
	sinkInt = len(b)
}

func upperBytes() { sinkInt = len(bytes.ToUpper(raw)) }

func reader() {
	r := strings.NewReader(line)
	n := 0
	for {
		c, err := r.ReadByte()
		if err != nil {
			break
		}
		n += int(c)
	}
	sinkInt = n
}

func runes() {
	n := 0
	for _, r := range []rune(words[0]) {
		n += int(r)
	}
	sinkInt = n
}

var digits = regexp.MustCompile(`[0-9]+`)

func needsJoin() { sinkString = strings.Join(words, "+") }
func needsFields() {
	sinkAny = strings.Fields(line)
}

func main() {
	measure([]gauntletCase{
		{"split_dropped", 0, split},
		{"fields_dropped", 0, fieldsOf},
		{"fields_func_dropped", 0, fieldsFunc},
		{"cut", 0, cut},
		{"join_long_dropped", 0, func() { sinkInt = len(strings.Join(words, "+")) }},
		{"repeat_dropped", 0, func() { sinkInt = len(strings.Repeat("ab", seven)) }},
		{"replace_dropped", 0, func() { sinkInt = len(strings.ReplaceAll(line, "two", "2")) }},
		{"map_dropped", 0, func() { sinkInt = len(strings.Map(unicode.ToUpper, line)) }},
		{"to_upper_long_dropped", 0, func() { sinkInt = len(strings.ToUpper(line)) }},
		{"trim_space", 0, func() { sinkInt = len(strings.TrimSpace(line)) }},
		{"bytes_to_upper_dropped", 0, upperBytes},
		{"wrapped_error", 0, wrapped},
		{"error_as", 0, errorAs},
		{"format_float_dropped", 0, func() { sinkInt = len(strconv.FormatFloat(2.5*float64(seven), 'g', -1, 64)) }},
		{"quote_dropped", 0, func() { sinkInt = len(strconv.Quote(words[0])) }},
		{"parse_int", 0, func() { n, _ := strconv.ParseInt("12345", 10, 64); sinkInt = int(n) }},
		{"parse_float", 0, func() { n, _ := strconv.ParseFloat("12.345", 64); sinkInt = int(n) }},
		{"atoi_error_dropped", 0, func() { _, err := strconv.Atoi("12x45"); sinkInt = len(err.Error()) }},
		{"append_int", 0, appendInt},
		{"strings_reader", 0, reader},
		{"runes_of_string", 0, runes},
		{"regexp_match", 0, func() {
			if digits.MatchString("abc 123 def") {
				sinkInt++
			}
		}},
		{"duration_string_dropped", 0, func() { sinkInt = len((time.Duration(seven) * time.Millisecond).String()) }},
		{"equal_fold", 0, func() {
			if strings.EqualFold(line, words[0]) {
				sinkInt++
			}
		}},
		{"sscanf", 0, func() { var a, b int; fmt.Sscanf("12 34", "%d %d", &a, &b); sinkInt = a + b }},
		{"needs_join", 1, needsJoin},
		{"needs_fields", 2, needsFields},
	})
}
