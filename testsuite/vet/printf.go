package main

import (
	"fmt"
	"log"
	"os"
	"strings"
)

type L struct{ l *log.Logger }

func (l *L) Infof(f string, a ...any)   { l.l.Printf(f, a...) }
func (l *L) Info(a ...any)              { l.l.Print(a...) }
func wrapErr(f string, a ...any) error  { return fmt.Errorf(f, a...) }
func wrap2(x int, f string, a ...any)   { wrapErr(f, a...) }
func notwrap(f string, a ...any)        { a = nil; fmt.Printf(f, a...) }
func gen[T any](x T)                    { fmt.Printf("%d", x) }
func genI[T int | string](x T)          { fmt.Printf("%d", x) }

type Rec struct{ a int }

func (r Rec) String() string { return fmt.Sprintf("%v", r) }

type Rec2 struct{ a int }

func (r *Rec2) String() string { return fmt.Sprint(r) }

type Rec3 struct{ a int }

func (r *Rec3) Error() string { return fmt.Sprintf("%s %d", *r, r.a) }

func main() {
	l := &L{}
	l.Infof("%d", "x")
	l.Info("%d", 1)
	wrapErr("%w %d", os.ErrExist, "x")
	wrap2(1, "%w %d", os.ErrExist, "x")
	notwrap("%d", "x")
	fmt.Fprintln(os.Stderr, "x\n")
	fmt.Println(os.Stderr, "x")
	fmt.Print(os.Stdout)
	fmt.Fprint(os.Stdout, "%s")
	fmt.Printf("no directives", 1)
	fmt.Printf("100%", 1)
	fmt.Printf("%d%%\n", 1)
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	fmt.Printf("%[2]d\n", 1, "x")
	fmt.Printf("%[x]d\n", 1)
	fmt.Printf("%[1d\n", 1)
	fmt.Printf("%.*f\n", 3, 1.0)
	fmt.Printf("%*.*f\n", 3, "a", 1.0)
	fmt.Printf("%d %d\n", []any{1, 2}...)
	fmt.Printf("%s", []any{1, 2}...)
	fmt.Printf(`raw
%d`, "x")
	fmt.Printf("a\tb\u00e9%d", "x")
	const cf = "%d\n"
	fmt.Printf(cf, "x")
	fmt.Printf("%"+"d", "x")
	fmt.Printf("%v %s\n", l.Infof, strings.ToUpper)
	fmt.Println(main, l.Info)
	fmt.Println("50% off", "10%")
	fmt.Println("%s")
	fmt.Print("a%")
	fmt.Print("a% d")
}
