// Package encoding/csv.
package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

var texts = []string{
	"", "a", "a,b,c\n", "a,b\nc,d\n", "a,b\nc\n", "\n\na\n\n", "\"a\",\"b\"\n", "\"a\"\"b\",c\n", "\"multi\nline\",x\n", "a\"b,c\n", "\"a\"b,c\n", "\"unclosed\n", "\"unclosed", "\"", "a,\"b\nc\n",
	" a, b,c\n", "#comment\na,b\n", "a,b\r\nc,d\r\n", "a\rb,c\n", "\"a\r\nb\"\r\n", "a,b\r", ",\n", ",,\n\"\",\"\"\n", "日本,語\n", "x;y\n", "\"a\" ,b\n", "a, \"b\"\n", "# only\n", "a,b,", "\"x\",\"y\"z\n", "\"a\n\nb\",c\n1,2", "a\n\"b\nc\"d\n", "\xff,\xfe\n", "a\tb\n",
}

func main() {
	settings := []func(*csv.Reader){
		func(r *csv.Reader) {}, func(r *csv.Reader) { r.Comment = '#' }, func(r *csv.Reader) { r.LazyQuotes = true }, func(r *csv.Reader) { r.TrimLeadingSpace = true },
		func(r *csv.Reader) { r.FieldsPerRecord = -1 }, func(r *csv.Reader) { r.FieldsPerRecord = 2 }, func(r *csv.Reader) { r.Comma = ';' }, func(r *csv.Reader) { r.Comma = '語' }, func(r *csv.Reader) { r.ReuseRecord = true; r.LazyQuotes = true; r.TrimLeadingSpace = true },
		func(r *csv.Reader) { r.Comma = '\t' }, func(r *csv.Reader) { r.Comma = '\n' }, func(r *csv.Reader) { r.Comment = ',' },
	}
	for i, set := range settings {
		for _, t := range texts {
			r := csv.NewReader(strings.NewReader(t))
			set(r)
			fmt.Printf("%d %q:", i, t)
			for {
				rec, err := r.Read()
				if err == io.EOF {
					break
				}
				fmt.Printf(" %q %v %d", rec, err, r.InputOffset())
				for k := range rec {
					line, col := r.FieldPos(k)
					fmt.Print(" ", line, ":", col)
				}
				var p *csv.ParseError
				if errors.As(err, &p) {
					fmt.Print(" ", p.StartLine, p.Line, p.Column, errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote), errors.Is(err, csv.ErrFieldCount))
				}
				if err != nil && !errors.Is(err, csv.ErrFieldCount) {
					break
				}
			}
			fmt.Println()
			r = csv.NewReader(strings.NewReader(t))
			set(r)
			all, err := r.ReadAll()
			fmt.Println(len(all), err)
		}
	}
	long := strings.Repeat("x", 10000) + ",\"" + strings.Repeat("y\n", 5000) + "\"\n"
	rec, err := csv.NewReader(strings.NewReader(long)).Read()
	fmt.Println(len(rec), len(rec[0]), len(rec[1]), err)
	records := [][]string{{"a", "b"}, {"with,comma", "with \"quote\"", "with\nnewline", "with\r\nboth"}, {"", ""}, {" leading", "trailing "}, {`\.`, "\ttab", "日本"}, {}, {""}, {"x;y"}}
	for _, comma := range []rune{',', ';', '本', '"'} {
		for _, crlf := range []bool{false, true} {
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			w.Comma, w.UseCRLF = comma, crlf
			err := w.WriteAll(records)
			fmt.Printf("%q %v %v\n", b.String(), err, w.Error())
			b.Reset()
			w.Write([]string{"one"})
			fmt.Print(b.Len(), " ")
			w.Flush()
			fmt.Println(b.Len())
		}
	}
	fmt.Println(csv.ErrTrailingComma)
	defer func() { fmt.Println(recover()) }()
	csv.NewReader(strings.NewReader("")).FieldPos(0)
}
