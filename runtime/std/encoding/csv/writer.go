package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Writer writes records; Flush has to be called at the end.
type Writer struct {
	// Comma separates fields; NewWriter sets it to ','.
	Comma rune

	// UseCRLF ends lines with \r\n.
	UseCRLF bool

	w *bufio.Writer
}

// NewWriter makes a Writer.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errInvalidDelim
	}
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if !w.needsQuotes(field) {
			w.w.WriteString(field)
			continue
		}
		w.w.WriteByte('"')
		for field != "" {
			n := strings.IndexAny(field, "\"\r\n")
			if n < 0 {
				n = len(field)
			}
			w.w.WriteString(field[:n])
			field = field[n:]
			if field == "" {
				break
			}
			switch field[0] {
			case '"':
				w.w.WriteString(`""`)
			case '\r':
				if !w.UseCRLF {
					w.w.WriteByte('\r')
				}
			case '\n':
				if w.UseCRLF {
					w.w.WriteByte('\r')
				}
				w.w.WriteByte('\n')
			}
			field = field[1:]
		}
		w.w.WriteByte('"')
	}
	if w.UseCRLF {
		w.w.WriteByte('\r')
	}
	return w.w.WriteByte('\n')
}

// Flush writes what is held back; Error tells whether that went well.
func (w *Writer) Flush() { w.w.Flush() }

// Error is the first error of a write.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes records and calls Flush.
func (w *Writer) WriteAll(records [][]string) error {
	for _, r := range records {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

// needsQuotes reports whether a field would be read differently without quotes. The field \. ends data for some readers.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` {
		return true
	}
	if strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(r)
}
