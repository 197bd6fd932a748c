// Packages log and text/tabwriter.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"text/tabwriter"
)

// digits shows every digit as 0.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

func logging() {
	var b bytes.Buffer
	l := log.New(&b, "pre: ", 0)
	l.Print("a", "b", 1, 2, "c")
	l.Printf("%d-%s\n", 5, "x")
	l.Println("a", "b", 1)
	l.Print("")
	l.Print("two\nlines\n")
	l.SetPrefix("other ")
	l.SetFlags(log.Lmsgprefix | log.Lshortfile)
	l.Print("place")
	l.Output(1, "this place")
	func() { l.Output(2, "the caller's place") }()
	l.SetFlags(log.Lshortfile)
	l.Println("place")
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panicf("bad %d", 7)
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panicln("bad", 7)
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panic("bad", 7)
	}()
	fmt.Print(b.String())
	b.Reset()
	for _, f := range []int{log.LstdFlags, log.Ldate, log.Ltime, log.Lmicroseconds, log.LUTC | log.LstdFlags, log.Ldate | log.Lmicroseconds | log.Lmsgprefix} {
		l.SetFlags(f)
		l.Print("x")
	}
	fmt.Print(digits(b.String()))
	fmt.Println(l.Flags(), l.Prefix(), l.Writer() == &b)
	b.Reset()
	fmt.Println(log.Flags() == log.LstdFlags, log.Prefix() == "", log.Writer() == os.Stderr, log.Default().Writer() == os.Stderr)
	log.SetOutput(&b)
	log.SetFlags(log.Lshortfile)
	log.SetPrefix("std: ")
	log.Print("one")
	log.Printf("%v", "two")
	log.Println("three")
	log.Output(1, "four")
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		log.Panicf("bad %d", 7)
	}()
	fmt.Print(b.String())
	l = log.New(io.Discard, "", log.LstdFlags)
	l.Print("gone")
	fmt.Println(log.New(failing{}, "", 0).Output(1, "x"))
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("cannot") }

var tables = []string{
	"", "\n", "a", "a\n", "a\tb\tc\naaa\tbbbb\tc\n", "a\tb\naaa\tbb\nx\ny\tz\n", "\ta\t\tb\nccc\t\td\te\n",
	"a\tb\tc\n\nlong cell\tb\n", "a\v\vb\v\nc\v\vd\v\n", "héé\twörld\n日本語\tx\n", "a\tb\f\tcc\td\n",
	"<b>bold</b>\tx\n&lt;a&gt;\tyy\n<i\tno\n", "\xffesc\tape\xff\tb\nc\td\n", "a\t\xffunclosed\t", "x\t\n\ty\t\n", "1\t22\t333\t\n4444\t55555\t6\t\n7\t\n8\t9\t\n",
	"name\tqty\tprice\nitem\t1\t2.50\nanother item\t100\t1234.5\n", "\t\tindented\n\t\t\tmore\n", "a\tb\n\vc\n\t\v\td\n", "trailing\ttext\nno newline\tat the\tend",
}

func tabs() {
	settings := []struct {
		min, tab, pad int
		c             byte
	}{{0, 8, 0, ' '}, {0, 8, 1, ' '}, {5, 0, 2, '.'}, {8, 8, 1, '\t'}, {0, 4, 0, '\t'}, {3, 0, 0, '*'}, {0, 0, 1, '\t'}}
	flags := []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.AlignRight | tabwriter.Debug, tabwriter.FilterHTML, tabwriter.StripEscape, tabwriter.DiscardEmptyColumns,
		tabwriter.TabIndent, tabwriter.FilterHTML | tabwriter.StripEscape | tabwriter.DiscardEmptyColumns | tabwriter.TabIndent | tabwriter.Debug}
	for _, s := range settings {
		for _, f := range flags {
			for _, t := range tables {
				var b, c bytes.Buffer
				w := tabwriter.NewWriter(&b, s.min, s.tab, s.pad, s.c, f)
				n, err := io.WriteString(w, t)
				if n != len(t) || err != nil {
					fmt.Println(n, err)
				}
				w.Flush()
				w.Init(&c, s.min, s.tab, s.pad, s.c, f)
				for i := range []byte(t) {
					w.Write([]byte(t[i : i+1]))
				}
				w.Flush()
				fmt.Printf("%q %v\n", b.String(), b.String() == c.String())
			}
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\td")
	fmt.Fprintln(w, "aaaa\tbbbb\tc")
	w.Flush()
	fmt.Fprintln(w, "a\tb\tc\td")
	fmt.Fprintln(w, "aaaaaaa\tbbbb\tc")
	w.Flush()
	w = tabwriter.NewWriter(failing{}, 0, 8, 2, ' ', 0)
	fmt.Fprint(w, "a\tb")
	fmt.Println(w.Flush())
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(failing{}, -1, 8, 2, ' ', 0)
}

func main() {
	logging()
	tabs()
	log.SetOutput(os.Stdout)
	log.Fatalf("the %s", "end")
}
