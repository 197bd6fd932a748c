// Methods that only reflection reaches: promoted, generic, of nested and returned types; conversions at run time.
package main

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"
	"sync"
	"time"
)

type Namer interface{ Name() string }

type base struct{ n string }

func (b base) Name() string       { return "base " + b.n }
func (b *base) Rename(s string)   { b.n = s }
func (b base) private()           {}

type WithIface struct {
	Namer
	error
	N int
}

type Deep struct{ *Mid }
type Mid struct{ Low }
type Low struct{ v int }

func (l *Low) Inc(by int) int { l.v += by; return l.v }
func (l Low) Val() int        { return l.v }

type List[T any] struct {
	items []T
	Cmp   func(a, b T) int
}

func (l *List[T]) Push(x T) *List[T] { l.items = append(l.items, x); return l }
func (l List[T]) Len() int           { return len(l.items) }
func (l List[T]) At(i int) (x T, err error) {
	if i < 0 || i >= len(l.items) {
		return x, errors.New("range")
	}
	return l.items[i], nil
}

type Hidden struct{ code int }

func (h Hidden) Code() int       { return h.code }
func (h Hidden) String() string  { return fmt.Sprint("H", h.code) }

type Maker struct{}

func (Maker) Make(n int) Hidden                { return Hidden{n} }
func (Maker) MakeMap() map[string]*Hidden      { return map[string]*Hidden{"a": {1}} }
func (Maker) Take(h Hidden, f func(Hidden) int) int { return f(h) }
func (Maker) Many() (int, string, error)       { return 1, "two", nil }

type Color uint8

func (c Color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("#%02x", uint8(c))), nil }
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "#%x", (*uint8)(c))
	return err
}

type Handler func(string) string

func (h Handler) Serve(s string) string { return h(s) }

type Ints []int

func (x Ints) Len() int           { return len(x) }
func (x Ints) Less(i, j int) bool { return x[i] < x[j] }
func (x Ints) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

type M map[string]int

func (m M) Keys() []string {
	var k []string
	for s := range m {
		k = append(k, s)
	}
	sort.Strings(k)
	return k
}

type Ch chan int

func (c Ch) Put(n int) { c <- n }

type Arr [2]string

func (a Arr) Join() string { return strings.Join(a[:], "+") }

type One struct{ p *int }

func (o One) Deref() int { return *o.p }

func list(x any) {
	t := reflect.TypeOf(x)
	fmt.Print(t, ":")
	for i := 0; i < t.NumMethod(); i++ {
		fmt.Print(" ", t.Method(i).Name, " ", t.Method(i).Type)
	}
	fmt.Println()
}

func call(x any, name string, args ...any) {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	m := reflect.ValueOf(x).MethodByName(name)
	if !m.IsValid() {
		fmt.Println(name, "missing")
		return
	}
	fmt.Print(m.Type(), " ->")
	for _, o := range m.Call(in) {
		fmt.Print(" ", o.Type(), "=", o)
	}
	fmt.Println()
}

func main() {
	w := WithIface{Namer: base{"x"}, error: io.EOF, N: 3}
	list(w)
	list(&w)
	list(base{})
	list(&base{})
	call(w, "Name")
	call(w, "Error")
	call(&w, "Name")
	call(w, "private")
	d := Deep{&Mid{Low{5}}}
	list(d)
	list(Mid{})
	list(&Mid{})
	call(d, "Inc", 4)
	call(d, "Val")
	call(&d, "Val")

	l := &List[string]{}
	list(l)
	list(*l)
	call(l, "Push", "a")
	call(l, "Push", "b")
	call(*l, "Len")
	call(l, "At", 1)
	call(l, "At", 9)
	call(&List[Hidden]{items: []Hidden{{4}}}, "At", 0)

	call(Maker{}, "Many")
	h := reflect.ValueOf(Maker{}).MethodByName("Make").Call([]reflect.Value{reflect.ValueOf(7)})[0]
	call(h.Interface(), "Code")
	fmt.Println(h, h.NumMethod(), h.Type().Implements(reflect.TypeFor[fmt.Stringer]()))
	mm := reflect.ValueOf(Maker{}).MethodByName("MakeMap").Call(nil)[0]
	call(mm.MapIndex(reflect.ValueOf("a")).Interface(), "String")
	take := reflect.ValueOf(Maker{}).MethodByName("Take")
	f := reflect.MakeFunc(take.Type().In(1), func(in []reflect.Value) []reflect.Value {
		return in[0].MethodByName("Code").Call(nil)
	})
	fmt.Println(take.Call([]reflect.Value{reflect.New(take.Type().In(0)).Elem(), f})[0])

	c := reflect.New(reflect.TypeOf(Color(0)))
	fmt.Println(c.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte("#2a")), c.Elem().Uint())
	call(c.Elem().Interface(), "MarshalText")
	_, ok := c.Elem().Interface().(encoding.TextUnmarshaler)
	fmt.Println(ok, c.Elem().Addr().Type().Implements(reflect.TypeFor[encoding.TextUnmarshaler]()))
	call(Handler(strings.ToUpper), "Serve", "abc")
	x := Ints{3, 1, 2}
	sort.Sort(reflect.ValueOf(x).Convert(reflect.TypeFor[sort.Interface]()).Interface().(sort.Interface))
	fmt.Println(x)
	sort.Sort(sort.Reverse(x))
	fmt.Println(x)
	call(M{"b": 1, "a": 2}, "Keys")
	ch := make(Ch, 1)
	call(ch, "Put", 9)
	fmt.Println(<-ch)
	call(Arr{"p", "q"}, "Join")
	n := 11
	call(One{&n}, "Deref")
	call(&One{&n}, "Deref")

	// Anonymous structs promote too.
	anon := struct {
		*bytes.Buffer
		sync.Mutex
		fmt.Stringer
	}{Buffer: bytes.NewBufferString("buf"), Stringer: time.Second}
	call(anon.Buffer, "String")
	at := reflect.TypeOf(&anon)
	_, ok = at.MethodByName("String")
	_, ok2 := at.MethodByName("Lock")
	_, ok3 := at.MethodByName("WriteString")
	fmt.Println(ok, ok2, ok3)
	simple := struct{ base }{base{"anon"}}
	call(simple, "Name")
	call(&simple, "Name")
	list(simple)
	if nm, ok := any(&simple).(interface {
		Name() string
		Rename(string)
	}); ok {
		nm.Rename("renamed")
		fmt.Println(nm.Name())
	}

	// Interface values hold methods of their dynamic types.
	var nm Namer = base{"dyn"}
	v := reflect.ValueOf(&nm).Elem()
	fmt.Println(v.Method(0).Call(nil)[0], v.Elem().NumMethod(), v.NumMethod(), v.Elem().Type())
	iface := reflect.TypeFor[interface {
		Val() int
		Inc(int) int
	}]()
	for _, t := range []reflect.Type{reflect.TypeOf(Low{}), reflect.TypeOf(&Low{}), reflect.TypeOf(d), reflect.TypeOf(3)} {
		fmt.Print(t.Implements(iface), " ")
	}
	fmt.Println()
	conv := reflect.ValueOf(&Low{2}).Convert(iface)
	fmt.Println(conv.Type(), conv.MethodByName("Inc").Call([]reflect.Value{reflect.ValueOf(3)})[0])

	// Method values and expressions as functions.
	inc := reflect.ValueOf(&Low{10}).MethodByName("Inc").Interface().(func(int) int)
	fmt.Println(inc(1), inc(1))
	m, _ := reflect.TypeOf(&Low{}).MethodByName("Inc")
	expr := m.Func.Interface().(func(*Low, int) int)
	lo := &Low{100}
	fmt.Println(expr(lo, 5), lo.v)
	at2, _ := reflect.TypeOf(List[string]{}).MethodByName("At")
	s, err := at2.Func.Interface().(func(List[string], int) (string, error))(*l, 0)
	fmt.Println(s, err)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recovered:", recover()) }()
		reflect.ValueOf(l).MethodByName("At").Call([]reflect.Value{reflect.ValueOf("not an int")})
	}()
	<-done
	var nilp *Low
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		reflect.ValueOf(nilp).MethodByName("Val").Call(nil)
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		reflect.ValueOf(Deep{}).MethodByName("Val").Call(nil)
	}()
}
