// Package tabwriter aligns the columns of tab-separated text ("elastic tabstops", Nick Gravgaard).
//
// A cell ends with a tab; what follows the last tab of a line belongs to no column. A column is a run of lines that
// have a cell at the same place, and its width is that of its widest cell.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// How text is read and columns are written.
const (
	// FilterHTML takes entities for one character and tags for none.
	FilterHTML uint = 1 << iota

	// StripEscape drops the Escape characters around escaped text.
	StripEscape

	// AlignRight puts the padding before the text.
	AlignRight

	// DiscardEmptyColumns gives no space to columns that are empty and whose cells all end in vertical tabs.
	DiscardEmptyColumns

	// TabIndent writes the padding of leading empty cells as tabs.
	TabIndent

	// Debug writes a bar between columns and a rule at each form feed.
	Debug
)

// Escape stands around text that is taken as it is.
const Escape = '\xff'

// cell is a piece of a line; its text is in the Writer's buffer.
type cell struct {
	size  int  // in bytes
	width int  // in characters
	htab  bool // it ended with a tab, not with a vertical tab
}

// Writer is a filter that aligns columns.
type Writer struct {
	out                         io.Writer
	minWidth, tabWidth, padding int
	padChar                     byte
	flags                       uint

	text    []byte   // of all lines that are held back
	pos     int      // text[:pos] is part of the width of cells
	cell    cell     // that is being read
	endChar byte     // that ends the escaped text, 0 outside
	lines   [][]cell // held back
	widths  []int    // of the columns that are known, while lines are written
	ready   []byte   // lines that are written
}

// NewWriter is new(Writer).Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets a Writer up. minwidth is the least width of a cell with its padding, tabwidth that of a tab, padding what
// is added to the widest cell, padchar what cells are filled up with; if that is a tab, widths are multiples of tabwidth.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		// Tabs can only stand behind the text.
		flags &^= AlignRight
	}
	b.out = output
	b.minWidth, b.tabWidth, b.padding, b.padChar, b.flags = minwidth, tabwidth, padding, padchar, flags
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.text = b.text[:0]
	b.pos = 0
	b.cell = cell{}
	b.endChar = 0
	b.lines = append(b.lines[:0], nil)
	b.widths = b.widths[:0]
}

// fill appends n times c.
func (b *Writer) fill(c byte, n int) {
	for ; n > 0; n-- {
		b.ready = append(b.ready, c)
	}
}

// pad writes what is missing between a text of a width and its cell.
func (b *Writer) pad(textWidth, cellWidth int, useTabs bool) {
	if b.padChar != '\t' && !useTabs {
		b.fill(b.padChar, cellWidth-textWidth)
		return
	}
	if b.tabWidth == 0 {
		return
	}
	cellWidth = (cellWidth + b.tabWidth - 1) / b.tabWidth * b.tabWidth
	b.fill('\t', (cellWidth-textWidth+b.tabWidth-1)/b.tabWidth)
}

// writeLines writes lines[from:to], whose text begins at pos, and returns where the next text begins.
func (b *Writer) writeLines(pos, from, to int) int {
	for i := from; i < to; i++ {
		useTabs := b.flags&TabIndent != 0
		for j, c := range b.lines[i] {
			if j > 0 && b.flags&Debug != 0 {
				b.ready = append(b.ready, '|')
			}
			text := b.text[pos : pos+c.size]
			pos += c.size
			if c.size > 0 {
				useTabs = false
			}
			right := c.size > 0 && b.flags&AlignRight != 0
			if !right {
				b.ready = append(b.ready, text...)
			}
			if j < len(b.widths) {
				b.pad(c.width, b.widths[j], useTabs)
			}
			if right {
				b.ready = append(b.ready, text...)
			}
		}
		if i+1 == len(b.lines) {
			// The last line has no newline yet: what was read of its next cell follows it.
			b.ready = append(b.ready, b.text[pos:pos+b.cell.size]...)
			pos += b.cell.size
		} else {
			b.ready = append(b.ready, '\n')
		}
	}
	return pos
}

// format writes lines[from:to], in which the widths of the first len(b.widths) columns are known.
func (b *Writer) format(pos, from, to int) int {
	column := len(b.widths)
	for i := from; i < to; i++ {
		if column >= len(b.lines[i])-1 {
			continue
		}
		// A run of lines with this column begins.
		pos = b.writeLines(pos, from, i)
		from = i
		width := b.minWidth
		empty := true
		for ; i < to && column < len(b.lines[i])-1; i++ {
			c := b.lines[i][column]
			width = max(width, c.width+b.padding)
			if c.width > 0 || c.htab {
				empty = false
			}
		}
		if empty && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.widths = append(b.widths, width)
		pos = b.format(pos, from, i)
		b.widths = b.widths[:column]
		from = i
	}
	return b.writeLines(pos, from, to)
}

func (b *Writer) append(text []byte) {
	b.text = append(b.text, text...)
	b.cell.size += len(text)
}

func (b *Writer) updateWidth() {
	b.cell.width += utf8.RuneCount(b.text[b.pos:])
	b.pos = len(b.text)
}

func (b *Writer) endEscape() {
	switch b.endChar {
	case Escape:
		b.updateWidth()
		if b.flags&StripEscape == 0 {
			b.cell.width -= 2
		}
	case ';':
		b.cell.width++
	}
	b.pos = len(b.text)
	b.endChar = 0
}

// endCell ends the cell and returns how many the line has.
func (b *Writer) endCell(htab bool) int {
	b.cell.htab = htab
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.cell)
	b.cell = cell{}
	return len(b.lines[last])
}

// Flush writes everything that is held back; the text so far is aligned as if it were complete.
func (b *Writer) Flush() error {
	b.finish()
	return b.send()
}

// finish formats all lines.
func (b *Writer) finish() {
	if b.cell.size > 0 {
		if b.endChar != 0 {
			b.endEscape()
		}
		b.endCell(false)
	}
	b.format(0, 0, len(b.lines))
	b.reset()
}

func (b *Writer) send() error {
	if len(b.ready) == 0 {
		return nil
	}
	n, err := b.out.Write(b.ready)
	if n != len(b.ready) && err == nil {
		err = io.ErrShortWrite
	}
	b.ready = b.ready[:0]
	return err
}

// Write takes text in. Lines are held back until a line without tabs or a form feed ends their columns, or until Flush.
func (b *Writer) Write(buf []byte) (n int, err error) {
	n = 0
	for i, c := range buf {
		if b.endChar != 0 {
			if c == b.endChar {
				end := i + 1
				if c == Escape && b.flags&StripEscape != 0 {
					end = i
				}
				b.append(buf[n:end])
				n = i + 1
				b.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			b.append(buf[n:i])
			b.updateWidth()
			n = i + 1
			cells := b.endCell(c == '\t')
			if c == '\t' || c == '\v' {
				break
			}
			b.lines = append(b.lines, nil)
			if c == '\f' || cells == 1 {
				// No column goes on through such a line.
				b.finish()
				if c == '\f' && b.flags&Debug != 0 {
					b.ready = append(b.ready, "---\n"...)
				}
			}
		case Escape:
			b.append(buf[n:i])
			b.updateWidth()
			n = i
			if b.flags&StripEscape != 0 {
				n++
			}
			b.endChar = Escape
		case '<', '&':
			if b.flags&FilterHTML == 0 {
				break
			}
			b.append(buf[n:i])
			b.updateWidth()
			n = i
			b.endChar = '>'
			if c == '&' {
				b.endChar = ';'
			}
		}
	}
	b.append(buf[n:])
	if err := b.send(); err != nil {
		return 0, err
	}
	return len(buf), nil
}
