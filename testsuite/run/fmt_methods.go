// Stringer, error, Formatter and GoStringer are honoured, also inside composites; their panics are caught.
package main

import (
	"errors"
	"fmt"
)

type color int

func (c color) String() string { return [...]string{"red", "green", "blue"}[c] }

type pstr struct{ n int }

func (p *pstr) String() string { return fmt.Sprint("pstr#", p.n) }

type both struct{}

func (both) String() string { return "string" }
func (both) Error() string  { return "error" }

type gs struct{ a int }

func (g gs) GoString() string { return "gs!" }

type formatter struct{ v int }

func (f formatter) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "<%c w=%d/%v p=%d/%v", verb, w, wok, p, pok)
	for _, flag := range "+-# 0" {
		if s.Flag(int(flag)) {
			fmt.Fprintf(s, " %q", flag)
		}
	}
	s.Write([]byte(">"))
}

type bad struct{}

func (bad) String() string { panic("broken") }

type tree struct {
	left, right *tree
	val         color
}

func (t *tree) String() string {
	if t == nil {
		return "."
	}
	return fmt.Sprintf("(%v %v %v)", t.left, t.val, t.right)
}

type unexported struct {
	c color
	E error
}

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

func main() {
	fmt.Println(color(1), []color{0, 2}, map[color]color{1: 2}, struct{ C color }{1})
	fmt.Printf("%v %d %s %q %x %T %#v %5s| %-7v|\n", color(0), color(1), color(2), color(0), color(1), color(1), color(2), color(0), color(1))
	p := &pstr{3}
	fmt.Println(p, *p, []*pstr{}, both{})
	fmt.Printf("%v %s %+v %#v\n", p, p, *p, *p)
	fmt.Printf("%v %#v %#v %v\n", gs{1}, gs{2}, []gs{{3}}, []gs{{4}})
	fmt.Printf("%v|%+8.3d|%-#x|% 05s|%q\n", formatter{}, formatter{}, formatter{}, formatter{}, []formatter{{}, {}})
	fmt.Println(formatter{})
	fmt.Printf("%v %s %d\n", bad{}, bad{}, bad{})
	fmt.Println(color(7))
	var np *pstr
	fmt.Printf("%v %s\n", np, np)
	fmt.Println(&tree{&tree{nil, nil, 1}, &tree{nil, nil, 2}, 0})
	fmt.Printf("%v %+v\n", unexported{1, errors.New("e")}, unexported{2, nil})
	fmt.Println(temp(36.6), []any{temp(1), color(1), p}, error(both{}))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x', color(1), color(2)), fmt.Sprintln("end", 1))
	fmt.Print(1, 2, "x", "y", 3, "\n")
	fmt.Printf("%s\n", errors.New("err"))
	fmt.Printf("%s %v %d\n", fmt.Errorf("x %w", errors.New("y")), []error{errors.New("z")}, color(1))
}
