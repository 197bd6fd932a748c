// Interfaces that hold interfaces' values, embedded interfaces, method values through them, wrappers.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type logger interface{ log(string) }
type namer interface{ name() string }
type both interface {
	logger
	namer
}

type base struct{ lines []string }

func (b *base) log(s string) { b.lines = append(b.lines, s) }

type service struct {
	logger
	namer
	deps []namer
}

type label string

func (l label) name() string { return string(l) }

type prefixed struct {
	logger
	prefix string
}

func (p prefixed) log(s string) { p.logger.log(p.prefix + s) }

type countingReader struct {
	io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p[:min(len(p), 3)])
	c.n += n
	return n, err
}

type ptrEmbed struct{ *service }
type errWrap struct{ error }

func use(b both) string {
	b.log("used " + b.name())
	f, g := b.log, b.name
	f("again " + g())
	return fmt.Sprintf("%T", b)
}

func main() {
	b := &base{}
	s := service{logger: b, namer: label("svc")}
	fmt.Println(use(s), use(&s), use(ptrEmbed{&s}), len(b.lines))
	s.logger = prefixed{prefixed{b, "inner:"}, "outer:"}
	use(s)
	fmt.Println(b.lines[6:])
	s.deps = append(s.deps, label("d1"), s, &s, ptrEmbed{&s})
	for _, d := range s.deps {
		_, isBoth := d.(both)
		_, isLog := d.(logger)
		fmt.Print(d.name(), isBoth, isLog, " ")
	}
	fmt.Println()
	c := &countingReader{Reader: strings.NewReader("counted text")}
	all, err := io.ReadAll(c)
	fmt.Println(string(all), err, c.n)
	e := errWrap{errors.New("wrapped")}
	fmt.Println(e, e.Error(), error(e) == error(errWrap{e.error}), errors.Is(e, e.error))
	m := map[namer]int{label("x"): 1, &s: 2}
	fmt.Println(m[label("x")], m[&s], m[label("y")])
	get := namer.name
	fmt.Println(get(label("expr")), both.name(s), (*service).name(&s), service.name(s))
	var l logger = &s
	if n, ok := l.(namer); ok {
		fmt.Println("also a namer", n.name())
	}
	ch := make(chan namer, 2)
	ch <- label("sent")
	ch <- nil
	fmt.Println((<-ch).name(), <-ch == nil)
	defer func() { fmt.Println(recover()) }()
	_ = map[namer]bool{s: true}
}
