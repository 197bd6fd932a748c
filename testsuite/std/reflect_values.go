// Values by reflection: reading, setting, slices, maps, channels, conversions, printing.
package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
	"sort"
	"strings"
	"unsafe"
)

type S struct {
	B   bool
	I8  int8
	U16 uint16
	F32 float32
	C64 complex64
	Str string
	Sl  []int
	Arr [3]string
	M   map[string]int
	P   *S
	E   error
	A   any
	Fn  func(int) int
	Ch  chan string
	U   unsafe.Pointer
	hid int
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type one struct{ p *int }
type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprint("code ", e.code) }

func main() {
	s := S{Sl: []int{1, 2}, M: map[string]int{"a": 1}}
	v := reflect.ValueOf(&s).Elem()
	v.Field(0).SetBool(true)
	v.FieldByName("I8").SetInt(-300)
	v.FieldByName("U16").SetUint(70000)
	v.FieldByName("F32").SetFloat(0.1)
	v.FieldByName("C64").SetComplex(1 + 2i)
	v.FieldByName("Str").SetString("héllo")
	v.FieldByName("Sl").Set(reflect.Append(v.FieldByName("Sl"), reflect.ValueOf(3), reflect.ValueOf(4)))
	v.FieldByName("Arr").Index(1).SetString("mid")
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("b"), reflect.ValueOf(2))
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	v.FieldByName("P").Set(reflect.New(v.Type()))
	v.FieldByName("P").Elem().Field(5).SetString("inner")
	v.FieldByName("E").Set(reflect.ValueOf(errors.New("oops")))
	v.FieldByName("A").Set(reflect.ValueOf(Celsius(21.5)))
	v.FieldByName("Ch").Set(reflect.MakeChan(v.FieldByName("Ch").Type(), 1))
	fmt.Println(s.B, s.I8, s.U16, s.F32, s.C64, s.Str, s.Sl, s.Arr, s.M, s.P.Str, s.E, s.A, cap(s.Ch))
	for i := 0; i < v.NumField(); i++ {
		f := v.Field(i)
		fmt.Println(i, f.Kind(), f.CanSet(), f.CanAddr(), f.CanInterface(), f.IsZero(), f.CanInt(), f.CanUint(), f.CanFloat(), f.CanComplex())
	}
	fmt.Println(v.FieldByName("E").Elem().Type(), v.FieldByName("A").Elem().Type(), v.FieldByName("A").Elem().Kind())
	v.FieldByName("A").SetZero()
	v.FieldByName("E").Set(reflect.Zero(v.FieldByName("E").Type()))
	fmt.Println(s.A, s.E, v.FieldByName("A").IsNil())
	v.FieldByName("E").Set(reflect.ValueOf(&MyErr{7}))
	fmt.Println(s.E, v.FieldByName("E").Elem().Elem().Field(0))

	// Printing.
	fmt.Printf("%v %d %s %q %v %T\n", reflect.ValueOf(42), reflect.ValueOf(42), reflect.ValueOf("x"), reflect.ValueOf("x"), reflect.Value{}, reflect.ValueOf(1))
	fmt.Printf("%v %v %+v %#v\n", reflect.ValueOf(Celsius(3)), reflect.ValueOf([]Celsius{1, 2}), reflect.ValueOf(struct{ A, b Celsius }{1, 2}), reflect.ValueOf(map[string]int{"k": 1}))
	fmt.Println([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("b")}, struct{ V reflect.Value }{reflect.ValueOf(2.5)})
	fmt.Println(reflect.ValueOf(1).String(), reflect.ValueOf(Celsius(1)).String(), reflect.Value{}.String(), reflect.ValueOf("str").String())
	fmt.Println(reflect.ValueOf(&s).Elem().Field(15), v.Field(15).Int())

	// Slices.
	sl := reflect.MakeSlice(reflect.TypeOf([]string{}), 2, 5)
	sl.Index(0).SetString("zero")
	sl2 := reflect.Append(sl, reflect.ValueOf("two"))
	fmt.Println(sl, sl2, sl.Len(), sl2.Len(), sl2.Cap(), sl.Cap())
	fmt.Println(sl2.Slice(1, 3), sl2.Slice3(0, 1, 2).Cap(), reflect.AppendSlice(sl, sl2))
	dst := make([]byte, 3)
	fmt.Println(reflect.Copy(reflect.ValueOf(dst), reflect.ValueOf("hello")), dst)
	var arr [4]int
	av := reflect.ValueOf(&arr).Elem()
	fmt.Println(reflect.Copy(av, reflect.ValueOf([]int{9, 8})), arr, av.Slice(1, 3), av.Slice(1, 3).Cap())
	av.Slice(0, 4).Index(3).SetInt(5)
	fmt.Println(arr, reflect.ValueOf("abc").Slice(1, 2), reflect.ValueOf("abc").Index(2))
	x := []int{1, 2, 3}
	xv := reflect.ValueOf(&x).Elem()
	xv.SetLen(2)
	xv.SetCap(2)
	xv.Grow(10)
	fmt.Println(x, cap(x) >= 12, xv.Len())
	xv.Clear()
	fmt.Println(x)
	swap := reflect.Swapper(x)
	x[0] = 7
	swap(0, 1)
	fmt.Println(x)
	type big struct {
		a, b, c int
		s       string
	}
	bs := []big{{1, 2, 3, "x"}, {4, 5, 6, "y"}}
	reflect.Swapper(bs)(0, 1)
	fmt.Println(bs)
	fmt.Println(reflect.ValueOf([]byte("abc")).Bytes(), string(reflect.ValueOf(&[2]byte{65, 66}).Elem().Bytes()))

	// Maps.
	m := reflect.MakeMapWithSize(reflect.TypeOf(map[Celsius][]string{}), 10)
	m.SetMapIndex(reflect.ValueOf(Celsius(1)), reflect.ValueOf([]string{"one"}))
	m.SetMapIndex(reflect.ValueOf(Celsius(2)), reflect.ValueOf([]string{"two"}))
	fmt.Println(m, m.Len(), m.MapIndex(reflect.ValueOf(Celsius(1))), m.MapIndex(reflect.ValueOf(Celsius(9))).IsValid())
	keys := m.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].Float() < keys[j].Float() })
	fmt.Println(keys)
	it := m.MapRange()
	total := 0.0
	k := reflect.New(m.Type().Key()).Elem()
	e := reflect.New(m.Type().Elem()).Elem()
	for it.Next() {
		total += it.Key().Float() + float64(it.Value().Len())
		k.SetIterKey(it)
		e.SetIterValue(it)
		fmt.Println(k.Float() > 0, e.Len())
	}
	fmt.Println(total)
	it.Reset(reflect.ValueOf(map[int]int{5: 6}))
	fmt.Println(it.Next(), it.Key(), it.Value(), it.Next())
	anyMap := map[any]any{1: "i", "s": 2, Celsius(3): nil}
	am := reflect.ValueOf(anyMap)
	fmt.Println(am.MapIndex(reflect.ValueOf("s")), am.MapIndex(reflect.ValueOf(Celsius(3))).IsNil(), am.MapIndex(reflect.ValueOf(1)).Kind())
	am.SetMapIndex(reflect.ValueOf(4.5), reflect.ValueOf(io.EOF))
	fmt.Println(anyMap[4.5])
	am.Clear()
	fmt.Println(len(anyMap))

	// Channels.
	ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, reflect.TypeOf(0)), 2)
	ch.Send(reflect.ValueOf(1))
	fmt.Println(ch.TrySend(reflect.ValueOf(2)), ch.TrySend(reflect.ValueOf(3)), ch.Len(), ch.Cap())
	r, ok := ch.Recv()
	fmt.Println(r, ok)
	r, ok = ch.TryRecv()
	fmt.Println(r, ok)
	r, ok = ch.TryRecv()
	fmt.Println(r.IsValid(), ok)
	ch.Close()
	r, ok = ch.Recv()
	fmt.Println(r, ok)
	c1, c2 := make(chan int, 1), make(chan string, 1)
	c2 <- "hi"
	i, rv, rok := reflect.Select([]reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)},
		{Dir: reflect.SelectRecv},
	})
	fmt.Println(i, rv, rok)
	i, rv, rok = reflect.Select([]reflect.SelectCase{
		{Dir: reflect.SelectDefault},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)},
	})
	fmt.Println(i, rv.IsValid(), rok)
	i, _, _ = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c1), Send: reflect.ValueOf(33)}})
	fmt.Println(i, <-c1)
	go func() { c1 <- 44 }()
	_, rv, rok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}})
	fmt.Println(rv, rok)

	// Conversions.
	conv := func(x any, t reflect.Type) {
		c := reflect.ValueOf(x).Convert(t)
		fmt.Printf("%v %v %#v\n", c.Type(), c, c)
	}
	conv(65, reflect.TypeOf(""))
	conv(-1, reflect.TypeOf(""))
	conv(300, reflect.TypeOf(uint8(0)))
	conv(-1, reflect.TypeOf(uint32(0)))
	conv(3.99, reflect.TypeOf(0))
	conv(uint64(math.MaxUint64), reflect.TypeOf(1.0))
	conv(16777217, reflect.TypeOf(float32(0)))
	conv(1.1, reflect.TypeOf(float32(0)))
	conv(complex64(1i), reflect.TypeOf(1i))
	conv("héy", reflect.TypeOf([]rune{}))
	conv("héy", reflect.TypeOf([]byte{}))
	conv([]byte("xyz"), reflect.TypeOf(""))
	conv([]rune{0x4e16}, reflect.TypeOf(""))
	conv(36.6, reflect.TypeOf(Celsius(0)))
	conv(Celsius(1), reflect.TypeFor[fmt.Stringer]())
	conv([]int{1, 2, 3}, reflect.TypeOf([2]int{}))
	fmt.Println(reflect.ValueOf([]int{1, 2, 3}).Convert(reflect.TypeOf(&[2]int{})).Elem())
	conv(struct{ A int }{1}, reflect.TypeOf(struct {
		A int `tag:""`
	}{}))
	fmt.Println(reflect.ValueOf([]int{1}).CanConvert(reflect.TypeOf([2]int{})), reflect.ValueOf(c1).Convert(reflect.TypeOf((<-chan int)(nil))).Type())

	// Single-pointer structs, comparison, zero.
	n := 5
	ov := reflect.ValueOf(one{&n})
	fmt.Println(ov.Field(0).Elem(), ov.Field(0).Elem().CanSet(), reflect.ValueOf(one{}).IsZero(), ov.IsZero())
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(1).Equal(reflect.ValueOf(int8(1))), reflect.ValueOf([2]any{1, "a"}).Equal(reflect.ValueOf([2]any{1, "a"})))
	fmt.Println(reflect.ValueOf([1]any{[]int{}}).Comparable(), reflect.ValueOf([1]any{1}).Comparable(), reflect.ValueOf(math.Copysign(0, -1)).IsZero())
	fmt.Println(reflect.Zero(reflect.TypeOf(S{})).IsZero(), reflect.Indirect(reflect.ValueOf(&n)), reflect.Indirect(reflect.ValueOf(n)))
	p := reflect.NewAt(reflect.TypeOf(0), unsafe.Pointer(&n))
	p.Elem().SetInt(99)
	fmt.Println(n, p.Pointer() == uintptr(unsafe.Pointer(&n)), reflect.ValueOf(&n).Elem().Addr().Interface() == any(&n), reflect.ValueOf(&n).Elem().UnsafeAddr() == p.Pointer())
	fmt.Println(reflect.ValueOf(os.Stdout).Type(), reflect.ValueOf(strings.ToUpper).Pointer() != 0, reflect.ValueOf((*int)(nil)).Elem().IsValid())
	z, ok := reflect.TypeAssert[int](reflect.ValueOf(3))
	fmt.Println(z, ok)
	_, ok = reflect.TypeAssert[string](reflect.ValueOf(3))
	str, ok2 := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(Celsius(2)))
	fmt.Println(ok, str, ok2)
	_, err := reflect.ValueOf(struct{ *one }{}).FieldByIndexErr([]int{0, 0})
	fmt.Println(err)

	// Iterators.
	for _, x := range []any{3, uint8(2), []string{"a", "b"}, [2]int{4, 5}, "hé", map[string]int{"k": 1}, &[2]bool{true}} {
		v := reflect.ValueOf(x)
		v.Seq()(func(i reflect.Value) bool { fmt.Print(i.Type(), " ", i, "; "); return true })
		if v.Type().CanSeq2() {
			v.Seq2()(func(i, e reflect.Value) bool { fmt.Print(i, "=", e, "; "); return true })
		}
		fmt.Println()
	}
	count := func(yield func(int) bool) {
		for i := 0; i < 5 && yield(i); i++ {
		}
	}
	reflect.ValueOf(count).Seq()(func(i reflect.Value) bool { fmt.Print(i, " "); return i.Int() < 3 })
	fmt.Println()
	reflect.ValueOf(Celsius(1)).Type().Methods()(func(m reflect.Method) bool { fmt.Println(m.Name); return true })
	reflect.ValueOf(struct {
		A int
		B string
	}{1, "b"}).Fields()(func(f reflect.StructField, v reflect.Value) bool { fmt.Println(f.Name, v); return true })
	reflect.TypeOf(strings.Replace).Ins()(func(t reflect.Type) bool { fmt.Print(t, " "); return true })
	fmt.Println()

	// DeepEqual.
	type cyc struct {
		next *cyc
		v    int
	}
	a, b := &cyc{v: 1}, &cyc{v: 1}
	a.next, b.next = a, b
	nan := math.NaN()
	f := func() {}
	for _, pr := range [][2]any{
		{1, 1}, {1, int8(1)}, {nil, nil}, {nil, 1}, {[]int{}, []int(nil)}, {[]int{1}, []int{1}}, {[]byte("a"), []byte("a")},
		{map[int]string{1: "a"}, map[int]string{1: "a"}}, {map[int]string{1: "a"}, map[int]string{2: "a"}}, {map[string]int{}, map[string]int(nil)},
		{a, b}, {nan, nan}, {[]float64{nan}, []float64{nan}}, {&nan, &nan}, {f, f}, {(func())(nil), (func())(nil)},
		{errors.New("a"), errors.New("a")}, {[]any{1, "x", nil}, []any{1, "x", nil}}, {s, s}, {[2][]int{{1}, {2}}, [2][]int{{1}, {2}}},
		{struct{ a any }{[]int{1}}, struct{ a any }{[]int{1}}}, {map[float64]int{nan: 1}, map[float64]int{nan: 1}},
	} {
		fmt.Print(reflect.DeepEqual(pr[0], pr[1]), " ")
	}
	sl1 := []float64{nan}
	fmt.Println(reflect.DeepEqual(sl1, sl1))
}
