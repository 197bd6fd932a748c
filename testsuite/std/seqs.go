// The iterators of strings and bytes, the generic functions of sync and errors.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"unicode"
)

type coded struct{ code int }

func (c coded) Error() string { return fmt.Sprint("code ", c.code) }

type chameleon struct{}

func (chameleon) Error() string { return "chameleon" }
func (chameleon) As(target any) bool {
	if p, ok := target.(*coded); ok {
		p.code = 77
		return true
	}
	return false
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	texts := []string{"", "a", "\n", "a\nb", "a\nb\n", "\n\nx", "a,b,,c", ",", " two  words ", "日本語 x", "\xff\xfe", "one"}
	for _, s := range texts {
		fmt.Printf("%q %q\n", slices.Collect(strings.Lines(s)), slices.Collect(bytes.Lines([]byte(s))))
		for _, sep := range []string{"", ",", "\n", "o", "日本"} {
			fmt.Printf("%q %q %q %q\n", slices.Collect(strings.SplitSeq(s, sep)), slices.Collect(bytes.SplitSeq([]byte(s), []byte(sep))),
				slices.Collect(strings.SplitAfterSeq(s, sep)), slices.Collect(bytes.SplitAfterSeq([]byte(s), []byte(sep))))
		}
		fmt.Printf("%q %q %q %q\n", slices.Collect(strings.FieldsSeq(s)), slices.Collect(bytes.FieldsSeq([]byte(s))),
			slices.Collect(strings.FieldsFuncSeq(s, unicode.IsLetter)), slices.Collect(bytes.FieldsFuncSeq([]byte(s), unicode.IsLetter)))
	}
	strings.SplitSeq("a,b,c", ",")(func(s string) bool { fmt.Print(s); return s < "b" })
	strings.Lines("a\nb\nc")(func(s string) bool { fmt.Printf("%q", s); return false })
	strings.FieldsSeq("a b c")(func(s string) bool { fmt.Print(s); return false })
	strings.SplitSeq("abc", "")(func(s string) bool { fmt.Print(s); return false })
	fmt.Println()
	bytes.SplitSeq([]byte("a,b"), []byte(","))(func(b []byte) bool { fmt.Print(cap(b)); return true })
	bytes.FieldsSeq([]byte("a b"))(func(b []byte) bool { fmt.Print(cap(b)); return true })
	bytes.Lines([]byte("a\nb"))(func(b []byte) bool { fmt.Print(cap(b)); return true })
	fmt.Println()

	n := 0
	v := sync.OnceValue(func() int { n++; return n * 10 })
	fmt.Println(v(), v(), n)
	vs := sync.OnceValues(func() (string, error) { n++; return "x", errors.New("y") })
	fmt.Println(vs())
	fmt.Println(vs())
	fmt.Println(n)
	bad := sync.OnceValue(func() int { n++; panic(fmt.Sprint("bad ", n)) })
	try("first", func() { bad() })
	try("second", func() { bad() })

	_, err := os.Open("/does/not/exist")
	p, ok := errors.AsType[*fs.PathError](err)
	fmt.Println(p.Op, ok)
	c, ok := errors.AsType[coded](fmt.Errorf("wrap: %w", errors.Join(errors.New("x"), nil, fmt.Errorf("deep %w", coded{5}))))
	fmt.Println(c, ok)
	c, ok = errors.AsType[coded](errors.New("x"))
	fmt.Println(c.code, ok)
	c, ok = errors.AsType[coded](nil)
	fmt.Println(c.code, ok)
	c, ok = errors.AsType[coded](fmt.Errorf("%w", chameleon{}))
	fmt.Println(c.code, ok)
	e, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](fmt.Errorf("w %w", os.ErrDeadlineExceeded))
	fmt.Println(e, ok)
}
