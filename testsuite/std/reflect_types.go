// Types by reflection: names, kinds, parts, fields, methods, relations.
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unsafe"
)

type Int int

func (i Int) String() string { return fmt.Sprintf("Int(%d)", int(i)) }

type Inner struct {
	A, B int
	c    string
}

func (i Inner) Get() int   { return i.A }
func (i *Inner) Set(n int) { i.A = n }

type Outer struct {
	Inner
	*strings.Builder
	Name   string            `json:"name,omitempty" xml:"n"`
	Tags   map[string][]byte `k:"a\"b" empty:""`
	fn     func(int, ...string) (bool, error)
	ch     <-chan chan<- int
	arr    [3]*Outer
	any    any
	iface  interface{ M(int) string }
	unsafe unsafe.Pointer
	cplx   complex64
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) First() K { return p.Key }

type deep1 struct{ X, Y int }
type deep2 struct{ X, Z int }
type Ambiguous struct {
	deep1
	deep2
	Y string
}

type Stringish interface {
	String() string
}

type Recursive struct {
	Next *Recursive
	All  []Recursive
	M    map[string]Recursive
}

func show(t reflect.Type) {
	fmt.Printf("%s kind=%s name=%q pkg=%q size=%d align=%d cmp=%v methods=%d\n",
		t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
	switch t.Kind() {
	case reflect.Array:
		fmt.Println("  len", t.Len(), "elem", t.Elem())
	case reflect.Slice, reflect.Pointer:
		fmt.Println("  elem", t.Elem())
	case reflect.Map:
		fmt.Println("  key", t.Key(), "elem", t.Elem())
	case reflect.Chan:
		fmt.Println("  dir", t.ChanDir(), "elem", t.Elem())
	case reflect.Func:
		for i := 0; i < t.NumIn(); i++ {
			fmt.Println("  in", t.In(i))
		}
		for i := 0; i < t.NumOut(); i++ {
			fmt.Println("  out", t.Out(i))
		}
		fmt.Println("  variadic", t.IsVariadic())
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			fmt.Printf("  %d %s %v pkg=%q tag=%q off=%d idx=%v emb=%v exp=%v\n",
				i, f.Name, f.Type, f.PkgPath, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
		}
	case reflect.Interface:
		for i := 0; i < t.NumMethod(); i++ {
			m := t.Method(i)
			fmt.Println("  method", m.Name, m.Type, m.PkgPath, m.Index, m.Func.IsValid())
		}
	}
	if t.Kind() != reflect.Interface {
		for i := 0; i < t.NumMethod(); i++ {
			m := t.Method(i)
			fmt.Println("  method", m.Name, m.Type, m.Index, m.IsExported())
		}
	}
}

func main() {
	for _, v := range []any{
		true, 1, int8(1), uint16(2), uintptr(3), 1.5, float32(2), 1i, complex64(2i), "s", []int{}, [2]string{},
		map[string]int{}, make(chan int), make(<-chan bool), make(chan<- func()), func() {}, struct{}{},
		Int(3), new(Int), Inner{}, &Inner{}, Outer{}, &Outer{}, Pair[string, []Int]{}, Ambiguous{}, Recursive{},
		errors.New, fmt.Sprintf, unsafe.Pointer(nil), struct {
			A int `x:"y"`
			b bool
		}{}, [0]func(){}, [1]*int{}, 'x', byte(1), error(nil) == nil,
	} {
		show(reflect.TypeOf(v))
	}
	show(reflect.TypeOf((*error)(nil)).Elem())
	show(reflect.TypeOf((*io.ReadWriter)(nil)).Elem())
	show(reflect.TypeOf((*Stringish)(nil)).Elem())
	show(reflect.TypeOf((*any)(nil)).Elem())
	show(reflect.TypeFor[interface {
		Exported(int, ...string) (bool, error)
		hidden()
	}]())
	fmt.Println(reflect.TypeOf(nil) == nil, reflect.TypeFor[int]() == reflect.TypeOf(0))

	tag := reflect.TypeOf(Outer{}).Field(2).Tag
	fmt.Println(tag.Get("json"), tag.Get("xml"), tag.Get("none"))
	tag = reflect.TypeOf(Outer{}).Field(3).Tag
	v, ok := tag.Lookup("k")
	fmt.Println(v, ok)
	v, ok = tag.Lookup("empty")
	fmt.Printf("%q %v\n", v, ok)
	for _, t := range []reflect.StructTag{`a:"b"`, ` a:"b" `, `a:b`, `a`, `:"x"`, `a:"b"c:"d"`, `a:"unterminated`, "a:\"x\\"} {
		v, ok := t.Lookup("a")
		w, ok2 := t.Lookup("c")
		fmt.Printf("%q %q %v %q %v\n", string(t), v, ok, w, ok2)
	}

	ot := reflect.TypeOf(Outer{})
	for _, name := range []string{"A", "B", "c", "Name", "Inner", "Builder", "nope", "buf", "X"} {
		f, ok := ot.FieldByName(name)
		fmt.Println(name, ok, f.Name, f.Type, f.Index, f.Offset)
	}
	at := reflect.TypeOf(Ambiguous{})
	for _, name := range []string{"X", "Y", "Z"} {
		f, ok := at.FieldByName(name)
		fmt.Println(name, ok, f.Type, f.Index)
	}
	f, ok := ot.FieldByNameFunc(func(s string) bool { return strings.HasPrefix(s, "N") })
	fmt.Println(f.Name, ok)
	f, ok = ot.FieldByNameFunc(func(s string) bool { return len(s) == 1 })
	fmt.Println(f.Name, ok)
	fmt.Println(ot.FieldByIndex([]int{0, 1}).Name, ot.FieldByIndex([]int{0, 1}).Index)
	for _, f := range reflect.VisibleFields(ot) {
		fmt.Println("visible", f.Name, f.Index, f.Anonymous)
	}
	for _, f := range reflect.VisibleFields(at) {
		fmt.Println("visible", f.Name, f.Index)
	}

	m, ok := reflect.TypeOf(&Inner{}).MethodByName("Set")
	fmt.Println(m.Name, m.Type, m.Index, ok)
	_, ok = reflect.TypeOf(Inner{}).MethodByName("Set")
	fmt.Println(ok)
	m, _ = reflect.TypeOf(Int(0)).MethodByName("String")
	fmt.Println(m.Func.Call([]reflect.Value{reflect.ValueOf(Int(9))})[0])

	types := []reflect.Type{
		reflect.TypeOf(0), reflect.TypeOf(Int(0)), reflect.TypeOf(""), reflect.TypeOf([]byte{}), reflect.TypeOf([]rune{}),
		reflect.TypeOf(1.5), reflect.TypeOf(1i), reflect.TypeOf(make(chan int)), reflect.TypeOf(make(<-chan int)),
		reflect.TypeFor[any](), reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error](), reflect.TypeOf([3]byte{}), reflect.TypeOf(&[3]byte{}),
		reflect.TypeOf(Inner{}), reflect.TypeOf(struct {
			A, B int
			c    string
		}{}), reflect.TypeOf(func() {}), reflect.TypeOf(uint8(0)), reflect.TypeOf(struct{ X int }{}), reflect.TypeOf(struct {
			X int `t:"u"`
		}{}),
	}
	for _, a := range types {
		var s []string
		for _, b := range types {
			c := "."
			if a.ConvertibleTo(b) {
				c = "c"
			}
			if a.AssignableTo(b) {
				c = "a"
			}
			if b.Kind() == reflect.Interface && a.Implements(b) {
				c += "i"
			}
			s = append(s, c)
		}
		fmt.Println(a, strings.Join(s, " "))
	}
	for k := reflect.Invalid; k <= reflect.UnsafePointer+1; k++ {
		fmt.Print(k, " ")
	}
	fmt.Println(reflect.ChanDir(3), reflect.RecvDir, reflect.SendDir, reflect.ChanDir(7))
	for _, t := range types {
		fmt.Print(t.CanSeq(), t.CanSeq2(), " ")
	}
	fmt.Println(reflect.TypeOf(int8(0)).Bits(), reflect.TypeOf(1i).Bits())
	fmt.Println(reflect.TypeOf(int8(0)).OverflowInt(128), reflect.TypeOf(float32(0)).OverflowFloat(1e39), reflect.TypeOf(uint16(0)).OverflowUint(65535))
	fmt.Printf("%v %T\n", reflect.TypeOf(1), reflect.TypeOf(1))

	type local struct{ x int }
	func() {
		type local struct{ y string }
		fmt.Println(reflect.TypeOf(local{}), reflect.TypeOf(local{}).Name())
	}()
	fmt.Println(reflect.TypeOf(local{}), reflect.TypeOf(Pair[local, error]{}))
}
