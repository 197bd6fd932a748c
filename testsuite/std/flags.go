// Package flag.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type level int

func (l level) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("L%d", int(l))), nil }
func (l *level) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "L%d", (*int)(l))
	return err
}

type grumpy struct{ p *int }

func (g grumpy) String() string   { return fmt.Sprint(*g.p) }
func (g grumpy) Set(string) error { return nil }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func set(out *bytes.Buffer) (*flag.FlagSet, func()) {
	f := flag.NewFlagSet("prog", flag.ContinueOnError)
	f.SetOutput(out)
	b := f.Bool("b", false, "a bool")
	yes := f.Bool("yes", true, "a bool that is on")
	i := f.Int("int", 42, "the `number` of things")
	j := f.Int64("int64", 0, "big\nwith a second line")
	u := f.Uint("uint", 0, "")
	v := f.Uint64("uint64", 7, "unsigned")
	s := f.String("s", "", "a string")
	t := f.String("string", "def \"x\"", "a string with a default")
	x := f.Float64("float64", 1.5, "a float")
	d := f.Duration("d", 0, "a duration")
	e := f.Duration("duration", time.Minute, "another")
	var l list
	f.Var(&l, "list", "a `list")
	var lev level
	f.TextVar(&lev, "level", level(3), "a level")
	f.Func("func", "a func", func(s string) error {
		if s == "bad" {
			return errors.New("that is bad")
		}
		fmt.Println("func", s)
		return nil
	})
	f.BoolFunc("boolfunc", "a bool func", func(s string) error {
		if s == "no" {
			return errors.New("not no")
		}
		fmt.Println("boolfunc", s)
		return nil
	})
	return f, func() { fmt.Println(*b, *yes, *i, *j, *u, *v, *s, *t, *x, *d, *e, l, lev) }
}

func main() {
	cases := []string{"", "-b", "--b", "-b=false x y", "-b false", "-yes=0 -int 5 -int64=0x10 -uint 077 -uint64 0b11 -s abc -string= rest -b",
		"-float64 2e3 -d 1h5m -duration=3s -list a -list b -level L9 -func one -boolfunc -boolfunc=x", "-- -b", "-", "- -b", "-b -- -int", "a -b",
		"---b", "-=x", "--=x", "-nope", "-nope=3", "-int", "-int x", "-int 99999999999999999999", "-b=maybe", "-uint -1", "-float64 x", "-float64 1e999", "-d 5", "-func bad",
		"-boolfunc=no", "-level x", "-h", "-help", "--help", "-int64 ", "-uint64=18446744073709551616", "-s -b"}
	for _, c := range cases {
		var out bytes.Buffer
		f, show := set(&out)
		args := strings.Split(c, " ")
		if c == "" {
			args = nil
		}
		err := f.Parse(args)
		fmt.Printf("%s: %v %v %d %d %q %q\n", c, err, f.Parsed(), f.NFlag(), f.NArg(), f.Args(), f.Arg(0)+f.Arg(-1)+f.Arg(100))
		show()
		f.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println(strings.Count(out.String(), "\n"))
		if c == "-nope" || c == "-h" {
			fmt.Print(out.String())
		}
	}
	var out bytes.Buffer
	f, show := set(&out)
	f.VisitAll(func(f *flag.Flag) { fmt.Print(f.Name, " ") })
	fmt.Println(f.Name(), f.ErrorHandling(), f.Output() == &out, f.Parsed())
	fmt.Println(f.Set("int", "9"), f.Set("int", "z"), f.Set("missing", "1"))
	show()
	fmt.Println(f.Lookup("int").DefValue, f.Lookup("missing") == nil, f.Lookup("int").Value.(flag.Getter).Get(), f.Lookup("duration").Value.(flag.Getter).Get())
	for _, n := range []string{"b", "int64", "uint", "uint64", "s", "float64", "level"} {
		fmt.Printf("%T ", f.Lookup(n).Value.(flag.Getter).Get())
	}
	fmt.Println(flag.UnquoteUsage(f.Lookup("int")))
	fmt.Println(flag.UnquoteUsage(f.Lookup("list")))
	try("redefined", func() { f.Int("int", 0, "") })
	try("dash", func() { f.Int("-int", 0, "") })
	try("equals", func() { f.Int("a=b", 0, "") })
	n := 5
	f.Var(grumpy{&n}, "grumpy", "panics when zero")
	out.Reset()
	f.PrintDefaults()
	fmt.Print(out.String())
	f.Init("new", flag.PanicOnError)
	try("parse", func() { f.Parse([]string{"-nope"}) })
	f.Usage = func() { fmt.Println("my usage") }
	try("parse", func() { f.Parse([]string{"-h"}) })
	var zero flag.FlagSet
	zero.SetOutput(os.Stdout)
	fmt.Println(zero.Parse([]string{"-x"}))
	try("redefined", func() { zero.Int("i", 0, ""); zero.Int("i", 0, "") })
	var lev level
	try("text", func() { zero.TextVar(&lev, "l", text("x"), "") })

	os.Args = []string{"prog", "-n", "3", "-v", "a", "b"}
	flag.CommandLine.SetOutput(os.Stdout)
	num := flag.Int("n", 1, "a `count`")
	var verbose bool
	flag.BoolVar(&verbose, "v", false, "talk")
	var dur time.Duration
	flag.DurationVar(&dur, "wait", time.Second, "how long")
	flag.String("str", "", "text")
	flag.Uint("u", 0, "")
	flag.Uint64("u64", 0, "")
	flag.Int64("i64", 0, "")
	flag.Float64("f", 0, "")
	flag.Func("fn", "", func(string) error { return nil })
	flag.BoolFunc("bf", "", func(string) error { return nil })
	flag.TextVar(&lev, "lev", level(0), "")
	flag.Parse()
	fmt.Println(*num, verbose, dur, flag.Args(), flag.NArg(), flag.NFlag(), flag.Arg(1), flag.Parsed())
	flag.Set("n", "8")
	flag.Visit(func(f *flag.Flag) { fmt.Print(f.Name, " ") })
	flag.VisitAll(func(f *flag.Flag) { fmt.Print(f.Name, " ") })
	fmt.Println(*num, flag.Lookup("wait").DefValue)
	flag.PrintDefaults()
	flag.Usage = func() { fmt.Println("usage of the program") }
	flag.CommandLine.Parse([]string{"-bad"})
}

type text string

func (t text) MarshalText() ([]byte, error) { return []byte(t), nil }
