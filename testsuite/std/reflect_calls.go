// Calls by reflection, functions made by reflection, methods by name, types made at run time.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
)

type Point struct{ X, Y int }

func (p Point) Add(q Point) Point       { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(n int)            { p.X *= n; p.Y *= n }
func (p Point) String() string          { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }
func (p Point) Sum(xs ...int) (n int)   { for _, x := range xs { n += x }; return n + p.X }
func (p Point) hidden()                 {}

type Big struct {
	Data [32]int
	Name string
}

func (b Big) Total(k int) int { t := k; for _, x := range b.Data { t += x }; return t }
func (b *Big) Fill(n int) *Big { for i := range b.Data { b.Data[i] = n }; return b }
func (b Big) Self() Big        { b.Name += "!"; return b }

type Ptr struct{ p *Point }

func (p Ptr) Get() Point { return *p.p }

type Fn func(int) int

func (f Fn) Twice(n int) int { return f(f(n)) }

type Num int

func (n Num) Plus(m Num) Num { return n + m }

type Base struct{ id int }

func (b Base) ID() int      { return b.id }
func (b *Base) SetID(n int) { b.id = n }

type Derived struct {
	Base
	Extra string
}

type DerivedPtr struct {
	Name string
	*Base
}

type Shape interface {
	Area() float64
	Scale(f float64) Shape
}

type Square struct{ side float64 }

func (s Square) Area() float64         { return s.side * s.side }
func (s Square) Scale(f float64) Shape { return Square{s.side * f} }

func many(a int8, b uint16, c int32, d int64, e float32, f float64, g string, h []byte, i any, j error, k complex64, l complex128, m bool, n *Point, o Big, p [1]string, q struct{}, r [3]int16) (Big, int8, float32, string, error, complex64, [3]int16, bool, *Point, []byte, any, uint16, int32, int64, float64, complex128) {
	o.Data[0] = int(a)
	return o, a, e, g, j, k, r, m, n, h, i, b, c, d, f, l
}

func floats(a, b, c, d, e, f, g, h, i, j float64) (float64, float64, float64, float64, float64, float64, float64, float64, float64, float64) {
	return j, i, h, g, f, e, d, c, b, a
}

func vals(xs ...any) []reflect.Value {
	var out []reflect.Value
	for _, x := range xs {
		out = append(out, reflect.ValueOf(x))
	}
	return out
}

func show(vs []reflect.Value) {
	for _, v := range vs {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

func main() {
	show(reflect.ValueOf(strings.Repeat).Call(vals("ab", 3)))
	show(reflect.ValueOf(fmt.Sprintf).Call(vals("%d-%s", 5, "x")))
	show(reflect.ValueOf(fmt.Sprint).CallSlice([]reflect.Value{reflect.ValueOf([]any{1, 2, "z"})}))
	args := vals(int8(-5), uint16(6), int32(7), int64(8), float32(1.5), 2.5, "str", []byte("by"), 42, errors.New("err"), complex64(1+2i), 3+4i, true, &Point{1, 2}, Big{Name: "big"}, [1]string{"one"}, struct{}{}, [3]int16{1, 2, 3})
	show(reflect.ValueOf(many).Call(args))
	var fl []any
	for i := 0; i < 10; i++ {
		fl = append(fl, float64(i)+0.5)
	}
	show(reflect.ValueOf(floats).Call(vals(fl...)))

	// The same functions as closures made by reflection.
	made := reflect.MakeFunc(reflect.TypeOf(many), func(in []reflect.Value) []reflect.Value {
		return reflect.ValueOf(many).Call(in)
	})
	show(made.Call(args))
	f := reflect.MakeFunc(reflect.TypeOf(floats), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return reflect.ValueOf(floats).Call(in)
	}).Interface().(func(a, b, c, d, e, f, g, h, i, j float64) (float64, float64, float64, float64, float64, float64, float64, float64, float64, float64))
	fmt.Println(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	m := made.Interface().(func(int8, uint16, int32, int64, float32, float64, string, []byte, any, error, complex64, complex128, bool, *Point, Big, [1]string, struct{}, [3]int16) (Big, int8, float32, string, error, complex64, [3]int16, bool, *Point, []byte, any, uint16, int32, int64, float64, complex128))
	b, i8, f32, s, err, c64, r, ok, pp, by, a, u16, i32, i64, f64, c128 := m(1, 2, 3, 4, 5, 6, "seven", []byte{8}, 9, os.ErrExist, 11, 12, true, &Point{14, 14}, Big{Name: "15"}, [1]string{"16"}, struct{}{}, [3]int16{18, 18, 18})
	fmt.Println(b.Name, b.Data[0], i8, f32, s, err, c64, r, ok, pp, by, a, u16, i32, i64, f64, c128)
	var variadic func(string, ...int) (int, error)
	reflect.ValueOf(&variadic).Elem().Set(reflect.MakeFunc(reflect.TypeOf(variadic), func(in []reflect.Value) []reflect.Value {
		fmt.Println(len(in), in[1].Type(), in[1])
		return []reflect.Value{in[1].Index(0), reflect.Zero(reflect.TypeFor[error]())}
	}))
	fmt.Println(variadic("x", 7, 8))

	// Methods.
	p := Point{1, 2}
	pv := reflect.ValueOf(p)
	show(pv.MethodByName("Add").Call(vals(Point{10, 20})))
	show(pv.MethodByName("Sum").Call(vals(1, 2, 3)))
	show(pv.MethodByName("Sum").CallSlice(vals([]int{4, 5})))
	fmt.Println(pv.MethodByName("hidden").IsValid(), pv.MethodByName("Scale").IsValid(), pv.NumMethod(), reflect.ValueOf(&p).NumMethod())
	reflect.ValueOf(&p).MethodByName("Scale").Call(vals(3))
	fmt.Println(p)
	bound := reflect.ValueOf(&p).Elem().MethodByName("Add")
	p = Point{100, 100}
	show(bound.Call(vals(Point{1, 1})))
	add := pv.Method(0).Interface().(func(Point) Point)
	fmt.Println(add(Point{5, 5}), pv.Method(0).Type(), reflect.TypeOf(p).Method(0).Type)
	expr := reflect.TypeOf(p).Method(0).Func.Interface().(func(Point, Point) Point)
	fmt.Println(expr(Point{1, 1}, Point{2, 2}))
	big := &Big{Name: "b"}
	show(reflect.ValueOf(big).MethodByName("Fill").Call(vals(2))[0].MethodByName("Total").Call(vals(1)))
	show(reflect.ValueOf(*big).MethodByName("Total").Call(vals(1)))
	show(reflect.ValueOf(*big).MethodByName("Self").Call(nil)[0].MethodByName("Self").Call(nil)[:0])
	fmt.Println(reflect.ValueOf(*big).MethodByName("Self").Call(nil)[0].Field(1), big.Name)
	show(reflect.ValueOf(Ptr{&p}).Method(0).Call(nil))
	show(reflect.ValueOf(Fn(func(n int) int { return n * 3 })).MethodByName("Twice").Call(vals(2)))
	show(reflect.ValueOf(Num(4)).MethodByName("Plus").Call(vals(Num(5))))
	d := &Derived{Base{1}, "x"}
	reflect.ValueOf(d).MethodByName("SetID").Call(vals(55))
	show(reflect.ValueOf(*d).MethodByName("ID").Call(nil))
	dp := DerivedPtr{"n", &Base{2}}
	reflect.ValueOf(dp).MethodByName("SetID").Call(vals(66))
	show(reflect.ValueOf(dp).MethodByName("ID").Call(nil))
	var sh Shape = Square{2}
	sv := reflect.ValueOf(&sh).Elem()
	fmt.Println(sv.Kind(), sv.NumMethod(), sv.Type().Method(1).Name)
	show(sv.Method(0).Call(nil))
	show(sv.MethodByName("Scale").Call(vals(1.5))[0].Elem().MethodByName("Area").Call(nil))
	fmt.Println(sv.MethodByName("Scale").Call(vals(2.0))[0].Type(), sv.Method(1).Type())

	// Pointer methods found through types made from the value's type.
	np := reflect.New(reflect.TypeOf(Num(0)))
	fmt.Println(np.Type().NumMethod(), np.MethodByName("Plus").Call(vals(Num(3)))[0])
	if s, ok := reflect.New(reflect.TypeOf(Point{})).Interface().(fmt.Stringer); ok {
		fmt.Println(s)
	}

	// Panics travel through.
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(func(n int) { panic(fmt.Sprint("deep ", n)) }).Call(vals(3))
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		g := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { var m map[int]int; m[1] = 1; return nil }).Interface().(func())
		g()
	}()

	// Deep recursion through reflection grows the stack.
	var rec reflect.Value
	rec = reflect.ValueOf(func(n int) int {
		if n == 0 {
			return 0
		}
		return 1 + int(rec.Call(vals(n - 1))[0].Int())
	})
	fmt.Println(rec.Call(vals(5000))[0])

	// Types made at run time.
	intT, strT := reflect.TypeOf(0), reflect.TypeOf("")
	fmt.Println(reflect.SliceOf(intT) == reflect.TypeOf([]int{}), reflect.MapOf(strT, intT) == reflect.TypeOf(map[string]int{}),
		reflect.ArrayOf(3, intT) == reflect.TypeOf([3]int{}), reflect.PointerTo(intT) == reflect.TypeOf(new(int)), reflect.ChanOf(reflect.RecvDir, intT) == reflect.TypeOf((<-chan int)(nil)),
		reflect.FuncOf([]reflect.Type{intT, reflect.TypeOf([]string{})}, []reflect.Type{strT}, true) == reflect.TypeOf(func(int, ...string) string { return "" }))
	odd := reflect.ArrayOf(5, reflect.MapOf(reflect.ArrayOf(2, strT), reflect.SliceOf(reflect.PointerTo(reflect.TypeOf(Point{})))))
	fmt.Println(odd, odd == reflect.ArrayOf(5, odd.Elem()), reflect.PointerTo(odd) == reflect.PointerTo(odd), odd.Size(), odd.Comparable())
	ov := reflect.New(odd).Elem()
	mp := reflect.MakeMap(odd.Elem())
	key := reflect.New(odd.Elem().Key()).Elem()
	key.Index(0).SetString("k0")
	for i := 0; i < 100; i++ {
		key.Index(1).SetString(fmt.Sprint(i))
		mp.SetMapIndex(key, reflect.Append(reflect.Zero(odd.Elem().Elem()), reflect.ValueOf(&Point{i, i})))
	}
	ov.Index(2).Set(mp)
	runtime.GC()
	key.Index(1).SetString("57")
	fmt.Println(ov.Index(2).Len(), ov.Index(2).MapIndex(key).Index(0).Elem(), ov.Index(1).IsNil())

	st := reflect.StructOf([]reflect.StructField{
		{Name: "A", Type: intT, Tag: `json:"a"`},
		{Name: "B", Type: reflect.TypeOf(int8(0))},
		{Name: "C", Type: reflect.SliceOf(strT)},
		{Name: "D", Type: reflect.TypeFor[any]()},
		{Name: "E", Type: reflect.TypeOf(struct{}{})},
	})
	fmt.Println(st, st.Size(), st.NumField(), st.Field(3).Offset, st.Comparable())
	x := reflect.New(st).Elem()
	x.Field(0).SetInt(5)
	x.FieldByName("C").Set(reflect.ValueOf([]string{"q"}))
	x.Field(3).Set(reflect.ValueOf(Point{3, 4}))
	runtime.GC()
	fmt.Printf("%v %+v\n", x.Interface(), x)
	same := reflect.StructOf([]reflect.StructField{{Name: "X", Type: intT}, {Name: "Y", Type: intT}})
	fmt.Println(same == reflect.TypeOf(struct{ X, Y int }{}), reflect.ValueOf(Point{1, 2}).Convert(same))
	key1 := reflect.New(same).Elem()
	hm := reflect.MakeMap(reflect.MapOf(same, strT))
	hm.SetMapIndex(key1, reflect.ValueOf("origin"))
	fmt.Println(hm.MapIndex(reflect.Zero(same)), reflect.DeepEqual(key1.Interface(), struct{ X, Y int }{}), key1.Interface() == any(struct{ X, Y int }{}))
	emb := reflect.StructOf([]reflect.StructField{{Name: "Point", Type: reflect.TypeOf(Point{}), Anonymous: true}, {Name: "Z", Type: intT}})
	ev := reflect.New(emb).Elem()
	ev.Field(0).Set(reflect.ValueOf(Point{8, 9}))
	fmt.Println(emb, ev.FieldByName("Y"), ev.Interface().(fmt.Stringer).String())
	ft := reflect.FuncOf([]reflect.Type{st, intT}, []reflect.Type{intT, st}, false)
	fv := reflect.MakeFunc(ft, func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} })
	show(fv.Call([]reflect.Value{x, reflect.ValueOf(77)}))
	ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, st), 1)
	ch.Send(x)
	got, _ := ch.Recv()
	fmt.Println(got, reflect.ChanOf(reflect.BothDir, reflect.ChanOf(reflect.RecvDir, st)))

	// Goroutines and deferred calls by reflection.
	done := make(chan int)
	go reflect.ValueOf(func(c chan int, n int) { c <- n }).Call(vals(done, 12))
	fmt.Println(<-done)
	defer reflect.ValueOf(fmt.Println).Call(vals("deferred", 1))
	var sum func(...int) int
	_ = sum
	fmt.Println(runtime.FuncForPC(reflect.ValueOf(strings.Repeat).Pointer()).Name(), runtime.FuncForPC(reflect.ValueOf(main).Pointer()).Name())
}
