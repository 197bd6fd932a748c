// Package csv reads and writes comma-separated values (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// ParseError is where a text is wrong.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int // in bytes, from 1
	Err       error
}

func (e *ParseError) Error() string {
	if e.Err == ErrFieldCount {
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	}
	if e.StartLine != e.Line {
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap is the reason.
func (e *ParseError) Unwrap() error { return e.Err }

var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// ErrTrailingComma is not used any more.
	//
	// Deprecated: a comma at the end is an empty field.
	ErrTrailingComma = errors.New("extra delimiter at end of line")

	errInvalidDelim = errors.New("csv: invalid field or comment delimiter")
)

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// Reader reads records.
type Reader struct {
	// Comma separates fields; NewReader sets it to ','.
	Comma rune

	// Comment begins lines to be ignored, if not 0.
	Comment rune

	// FieldsPerRecord is the number of fields: 0 for that of the first record, negative for any.
	FieldsPerRecord int

	// LazyQuotes allows quotes in fields without quotes, and single quotes in those with.
	LazyQuotes bool

	// TrimLeadingSpace ignores space before fields.
	TrimLeadingSpace bool

	// ReuseRecord lets Read return the same slice each time.
	ReuseRecord bool

	// Deprecated: it has no effect.
	TrailingComma bool

	r      *bufio.Reader
	line   int // lines read
	offset int64
	raw    []byte // a line that is longer than the buffer
	record []string
	places []place // of the fields of the last record
}

type place struct{ line, column int }

// NewReader makes a Reader.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read is the next record; with ErrFieldCount the record is returned too.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.read(r.record[:0])
		r.record = record
		return record, err
	}
	return r.read(nil)
}

// ReadAll is all records that are left; their end is no error.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.read(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos is where a field of the last record begins, from 1; it panics for other fields.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	p := r.places[field]
	return p.line, p.column
}

// InputOffset is the offset behind the last record.
func (r *Reader) InputOffset() int64 { return r.offset }

// readLine is the next line; \r\n becomes \n.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.raw = append(r.raw[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			r.raw = append(r.raw, line...)
		}
		line = r.raw
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		// A \r at the very end belongs to a line end.
		if line[size-1] == '\r' {
			line = line[:size-1]
		}
	}
	r.line++
	r.offset += int64(size)
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

func endLength(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

func (r *Reader) read(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errInvalidDelim
	}
	var line []byte
	var readErr error
	for {
		line, readErr = r.readLine()
		if r.Comment != 0 {
			if c, _ := utf8.DecodeRune(line); c == r.Comment && len(line) > 0 {
				if readErr != nil {
					return nil, readErr
				}
				continue
			}
		}
		if readErr == nil && len(line) == endLength(line) {
			// An empty line.
			continue
		}
		break
	}
	if readErr != nil {
		return nil, readErr
	}
	commaLen := utf8.RuneLen(r.Comma)
	start := r.line
	column := 1
	var (
		err    error
		text   []byte // of all fields
		ends   []int
		places = r.places[:0]
	)
fields:
	for {
		if r.TrimLeadingSpace {
			i := bytes.IndexFunc(line, func(c rune) bool { return !unicode.IsSpace(c) })
			if i < 0 {
				i = len(line)
				column -= endLength(line)
			}
			line = line[i:]
			column += i
		}
		if len(line) == 0 || line[0] != '"' {
			i := bytes.IndexRune(line, r.Comma)
			field := line
			if i >= 0 {
				field = field[:i]
			} else {
				field = field[:len(field)-endLength(field)]
			}
			if !r.LazyQuotes {
				if j := bytes.IndexByte(field, '"'); j >= 0 {
					err = &ParseError{start, r.line, column + j, ErrBareQuote}
					break fields
				}
			}
			text = append(text, field...)
			ends = append(ends, len(text))
			places = append(places, place{r.line, column})
			if i >= 0 {
				line = line[i+commaLen:]
				column += i + commaLen
				continue fields
			}
			break fields
		}
		// A field in quotes.
		at := place{r.line, column}
		line = line[1:]
		column++
		for {
			i := bytes.IndexByte(line, '"')
			switch {
			case i >= 0:
				text = append(text, line[:i]...)
				line = line[i+1:]
				column += i + 1
				switch c, _ := utf8.DecodeRune(line); {
				case len(line) > 0 && c == '"':
					text = append(text, '"')
					line = line[1:]
					column++
				case len(line) > 0 && c == r.Comma:
					line = line[commaLen:]
					column += commaLen
					ends = append(ends, len(text))
					places = append(places, at)
					continue fields
				case endLength(line) == len(line):
					ends = append(ends, len(text))
					places = append(places, at)
					break fields
				case r.LazyQuotes:
					text = append(text, '"')
				default:
					err = &ParseError{start, r.line, column - 1, ErrQuote}
					break fields
				}
			case len(line) > 0:
				// The field goes on in the next line.
				text = append(text, line...)
				column += len(line)
				line, readErr = r.readLine()
				if len(line) > 0 {
					column = 1
				} else if readErr != nil && readErr != io.EOF {
					err = readErr
					break fields
				}
				if readErr == io.EOF && len(line) == 0 {
					r.line--
					if !r.LazyQuotes {
						err = &ParseError{start, r.line, column, ErrQuote}
						break fields
					}
					ends = append(ends, len(text))
					places = append(places, at)
					break fields
				}
			default:
				// The text ends inside the quotes.
				if !r.LazyQuotes {
					err = &ParseError{start, r.line, column, ErrQuote}
					break fields
				}
				ends = append(ends, len(text))
				places = append(places, at)
				break fields
			}
		}
	}
	r.places = places
	all := string(text)
	begin := 0
	for _, end := range ends {
		dst = append(dst, all[begin:end])
		begin = end
	}
	if err != nil {
		return dst, err
	}
	if r.FieldsPerRecord > 0 {
		if len(dst) != r.FieldsPerRecord {
			return dst, &ParseError{start, start, 1, ErrFieldCount}
		}
	} else if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(dst)
	}
	return dst, nil
}
