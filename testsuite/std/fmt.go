package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type (
	Int    int
	Str    string
	Bytes  []byte
	Point  struct{ X, Y int }
	Nested struct {
		A int
		b string
		C *int
		D []byte
		E any
		F map[string]int
		G func()
	}
	Stringy   int
	Errory    struct{ n int }
	Panicky   struct{ v any }
	NilPtr    struct{ n int }
	Gostringy struct{ A int }
	Former    struct{}
	Tree      struct {
		L, R *Tree
		V    int
	}
	Embedded struct {
		Point
		Stringy
	}
	hidden struct {
		s Stringy
		e error
	}
)

func (s Stringy) String() string    { return "S" + fmt.Sprint(int(s)) }
func (e Errory) Error() string      { return "error" }
func (p Panicky) String() string    { panic(p.v) }
func (p *NilPtr) String() string    { return fmt.Sprint(p.n) }
func (Gostringy) GoString() string  { return "gostring" }
func (Former) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "<%s %d %v %d %v", fmt.FormatString(s, verb), w, wok, p, pok)
	io.WriteString(s, ">")
}

func main() {
	var nilErr error
	var nilPtr *NilPtr
	var nilMap map[string]int
	var nilAny any
	values := []any{
		nil, 0, 1, -42, int8(-128), int64(-1 << 63), uint8(200), uint64(1<<64 - 1), uintptr(0xbeef), Int(7), Stringy(4), true,
		"", "hello", "héllo\x00\xff", "a`b", Str("str"), []byte("bytes"), []byte(nil), Bytes("bs"), [3]byte{1, 2, 3}, [2]bool{true, false},
		1.0, -1.5, 0.1, 1e100, 1e6, 1e20, 1e21, float32(0.1), complex(1, -2), complex64(0.5i), 'x', rune(0x1F600), rune(-1),
		nilPtr, &NilPtr{4}, nilAny, Point{1, 2}, &Point{3, 4}, Nested{A: 1, b: "x", D: []byte("d")}, nilMap, map[string]int{"b": 2, "a": 1},
		map[int]string{3: "c", 1: "a"}, map[float64]bool{1: true}, map[Point]Stringy{{1, 2}: 3}, []int(nil), []int{}, []int{1, 2, 3}, []string{"a", "b c"},
		[]any{1, "a", nil, Stringy(1)}, [][]int{{1}, {2, 3}}, Errory{3}, &Errory{3}, errors.New("plain"), nilErr, Panicky{"boom"}, Panicky{Errory{}},
		Gostringy{1}, []Gostringy{{1}}, Former{}, []Former{{}}, Embedded{Point{1, 2}, 3}, hidden{1, Errory{}}, struct{}{}, struct{ a, b any }{1, nil},
		Tree{nil, nil, 1}, []Str{"q"}, []error{Errory{}, nil}, []*int{nil}, &[]int{1}, &map[string]int{"a": 1}, os.ErrNotExist, io.EOF,
	}
	formats := []string{"%v", "%+v", "%#v", "%T", "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "% x", "%# X", "%o", "%O", "%b", "%c", "%q", "%+q", "%#q", "%U", "%#U",
		"%e", "%E", "%f", "%.2f", "%8.3f", "%-8.1f|", "%+.1f", "%08.2f", "%g", "%.3g", "%#g", "%G", "%t", "%s", "%10s|", "%-10s|", "%.2s", "%.0s", "%z", "%!", "%w"}
	for _, v := range values {
		for _, f := range formats {
			fmt.Printf(f, v)
			fmt.Print(" ")
		}
		fmt.Println()
		fmt.Println(v)
		fmt.Print(v, v, "s", v, 1, 2, "\n")
	}
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, "extra", nil)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]*.[2]*[1]f|\n", 12.0, 2, 6)
	fmt.Printf("%[5]d %[x]d %[1\n", 1)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 3, 3.14159)
	fmt.Printf("%*d %.*d\n", "x", 1, -3, 2)
	fmt.Printf("%%  %c%% %!\n", 'a')
	fmt.Printf("%")
	fmt.Println()
	fmt.Printf("%é %d\n", 1, 2)
	err := fmt.Errorf("wrap: %w", io.EOF)
	fmt.Println(err, errors.Is(err, io.EOF), errors.Unwrap(err) == io.EOF)
	err = fmt.Errorf("two: %w %w %v", io.EOF, Errory{1}, 3)
	var e Errory
	fmt.Println(err, errors.Is(err, io.EOF), errors.As(err, &e), e.n, errors.Unwrap(err))
	fmt.Printf("%T %T %T\n", err, fmt.Errorf("x"), fmt.Errorf("%w", nil))
	fmt.Println(fmt.Errorf("bad %w", 3), fmt.Sprintf("%w", io.EOF))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", 3.5, nil, nil), fmt.Sprintln("x", 1))
	n, perr := fmt.Fprintf(os.Stdout, "%s\n", strings.Repeat("=", 20))
	fmt.Println(n, perr)
	b := fmt.Appendf(nil, "%03d", 7)
	b = fmt.Append(b, "x", 1)
	b = fmt.Appendln(b, true)
	fmt.Printf("%q\n", b)
	type local struct {
		p *int
		m map[string][]int
	}
	fmt.Printf("%+v %#v\n", local{nil, map[string][]int{"k": {1}}}, local{})
	x := 3
	p := fmt.Sprintf("%p", &x)
	fmt.Println(p[:2], len(p) > 6, fmt.Sprintf("%v", &x) == p)
}
