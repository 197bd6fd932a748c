package main

import "fmt"

type Big struct {
	a [6]int
	s string
}

func (b Big) Get(i int) Big     { b.a[i]++; return b }
func (b *Big) Set(i, v int) *Big { b.a[i] = v; return b }

type Getter interface{ Get(int) Big }
type Both interface {
	Getter
	fmt.Stringer
}
type Emb struct {
	Getter
	*Big
	n int
}
type Cmp struct {
	a int
	_ int
	b string
	c any
	d [2]float64
}
type Rec struct {
	m map[string]*Rec
	f func(*Rec) int
}
type Num float64

func (n Num) Add(m Num) Num { return n + m }

type Tree[T any] struct{}
type Mat [2][2]int
type Fn func(...int) (int, error)

var initOrder = a1() + b1
var b1 = c1() * 2

func a1() int { fmt.Println("a1", b1); return b1 }
func c1() int { fmt.Println("c1"); return 21 }
func init()   { fmt.Println("init1", initOrder) }
func init()   { fmt.Println("init2"); lazy["x"] = 5 }

var lazy = map[string]int{"y": 1}
var table = [...]struct {
	name string
	f    func(int) int
}{{"dbl", func(x int) int { return 2 * x }}, {"inc", func(x int) int { return x + initOrder }}}
var _ = func() int { fmt.Println("blank init"); return 0 }()
var x1, x2 = swap(1, 2)
var bigv = Big{a: [6]int{1, 2, 3}, s: "g"}
var pb = &bigv
var ifc Getter = bigv

func swap(a, b int) (int, int) { return b, a }
func multi() (Big, error, [3]string) {
	return Big{s: "m"}, fmt.Errorf("e%d", 1), [3]string{"a", "b", "c"}
}
func rnamed() (b Big, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rec: %v", r)
			b.a[0]++
		}
	}()
	b = Big{s: "named"}
	b.a[0] = 41
	var m map[string]int
	m["x"] = 1
	return Big{}, nil
}
func vf(xs ...int) (n int, err error) {
	for _, x := range xs {
		n += x
	}
	if n > 5 {
		err = fmt.Errorf("big %d", n)
	}
	return
}
func rangeOver(b [4]Big) (n int) {
	for i, x := range b {
		b[3].a[0] = 100
		n += x.a[0] * i
	}
	return
}
func closures() {
	b := Big{s: "cap"}
	f := func() string { return b.s }
	var arr [3]func() int
	for i := range arr {
		x := i * i
		arr[i] = func() int { x++; return x + len(b.s) }
	}
	fmt.Println(f(), arr[1](), arr[1](), arr[2]())
	c := 0
	var fib func(int) int
	fib = func(n int) int {
		c++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15), c)
	m := Mat{{1, 2}, {3, 4}}
	g := func(n Mat) (r Mat) {
		for i := range r {
			for j := range r[i] {
				for k := range m {
					r[i][j] += m[i][k] * n[k][j]
				}
			}
		}
		return
	}
	fmt.Println(g(m), g(g(m)))
	counter := func() func() (int, *int) {
		n := 0
		return func() (int, *int) { n++; return n, &n }
	}()
	_, p := counter()
	*p = 10
	n, q := counter()
	fmt.Println(n, *q, p == q)
	defer func(b Big, s string) { fmt.Println("deferred", b.s, s, b.a[1]) }(b, f())
	b.s = "changed"
	b.a[1] = 4
}
func gotos(n int) (s string) {
	i := 0
top:
	if i >= n {
		goto done
	}
	switch {
	case i == 2:
		i++
		goto top
	case i%2 == 0:
		s += "e"
	default:
		s += "o"
	}
	for j := 0; ; j++ {
		if j > i {
			break
		}
		if j == 3 {
			goto done
		}
	}
	i++
	goto top
done:
	return s + fmt.Sprint(i)
}
func strs() {
	bad := "a\xffb\xc0\xafé\xe4\xb8"
	for i, r := range bad {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(bad), []rune(bad), []byte("é"), string([]rune{0x10FFFF, -1, 0xD800}))
	s := "hello"
	fmt.Println(s[1:], s[:0], s[5:], s[2:4] == "ll", s > "hell", s+s[:1] <= "helloh")
	b := []byte(s)
	b2 := append(b[:2:2], 'X')
	fmt.Println(string(b), string(b2), cap(b[:2:2]))
	switch s {
	case "a", "b":
		fmt.Println(1)
	case "hellO", "world":
		fmt.Println(2)
	case "hello":
		fmt.Println(3)
	case "", "hell":
		fmt.Println(4)
	}
}
func ints() {
	var a int8 = 127
	a++
	var b uint16 = 0
	b--
	var c int64 = -1 << 63
	var u uint64 = 1<<64 - 1
	fmt.Println(a, b, c-1, -c, u+1, u/3, u%10, c/-1, c%-1, int32(u), uint8(c>>3))
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, -7>>1, uint32(1)<<31, ^0, 6&^3, 5|2^7)
	x := 5
	x <<= 2
	x |= 1
	x ^= 0xf
	x &^= 2
	x %= 7
	fmt.Println(x, 1e3, 'a', 0x1p-2, 1_000, 0b101, 0o17)
	var f32 float32 = 16777216
	fmt.Println(f32+1, float64(f32)+1, float32(0.1), 0.1+0.2, 1/3.0)
	var i any = int8(3)
	switch i {
	case 3:
		fmt.Println("int")
	case int8(3):
		fmt.Println("int8")
	}
	switch y := i.(type) {
	case int, int8:
		fmt.Printf("%T\n", y)
	}
	for i := range uint8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	for range 2 {
		fmt.Print("r ")
	}
	const big = 1 << 62
	fmt.Println(uint64(big)<<1, min(1, 2.5), max(3, x, -1), min("z", "y"))
}
func main() {
	fmt.Println(x1, x2, lazy["x"], lazy["y"], table[0].f(4), table[1].f(4), table[1].name)
	e := Emb{Getter: bigv, Big: pb, n: 3}
	fmt.Println(e.Getter.Get(0).a[0], e.Big.Get(1).a, e.Set(2, 9).a[2], bigv.a[2], ifc.Get(2).a[2], e.s)
	set := pb.Set
	set(0, 7)
	get := Getter.Get
	fmt.Println(bigv.a[0], get(ifc, 5).a[5], (*Big).Get(pb, 0).a[0], Big.Get(*pb, 0).a[0])
	c1, c2 := Cmp{a: 1, b: "x", c: 2, d: [2]float64{1, 2}}, Cmp{a: 1, b: "x", c: 2, d: [2]float64{1, 2}}
	fmt.Println(c1 == c2, c1 != Cmp{}, any(c1) == any(c2), map[Cmp]int{c1: 4}[c2])
	b, err, arr := multi()
	fmt.Println(b.s, err, arr)
	fmt.Println(rnamed())
	n, err := vf(1, 2, 3)
	fmt.Println(n, err, Fn(vf) != nil)
	fmt.Println(vf([]int{1, 1}...))
	fmt.Println(rangeOver([4]Big{{a: [6]int{1}}, {a: [6]int{2}}, {a: [6]int{3}}, {a: [6]int{4}}}))
	closures()
	fmt.Println(gotos(0), gotos(3), gotos(8))
	strs()
	ints()
	r := &Rec{m: map[string]*Rec{}}
	r.m["self"] = r
	r.f = func(q *Rec) int { return len(q.m) }
	fmt.Println(r.m["self"].m["self"].f(r), r.m["none"] == nil)
	add := Num(1.5).Add
	fmt.Println(add(2), Num.Add(1, 2))
	var np *Emb
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(np.n)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var g Getter
		defer g.Get(1)
		fmt.Println("unreached?")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func()
		defer f()
		fmt.Println("reached")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		a := []int{1, 2, 3}
		i := 3
		a[0], a[i] = 9, 9
	}()
	mm := map[string]Big{}
	mm["q"] = Big{s: "in map", a: [6]int{1}}
	v, ok := mm["q"]
	fmt.Println(v, ok, mm["zz"].s == "", mm["q"].a[0], len(mm["q"].s))
	for k, v := range mm {
		v.s = "x"
		fmt.Println(k, mm[k].s, v.s)
	}
	ms := map[string][]string{}
	for _, w := range []string{"a", "b", "a"} {
		ms[w] = append(ms[w], w+w)
	}
	fmt.Println(ms, len(ms["a"]))
	mp := map[string]*Big{"p": pb}
	mp["p"].s += "!"
	mp["p"].a[0]++
	fmt.Println(pb.s, pb.a[0])
	ch := make(chan Big, 1)
	ch <- bigv
	bb, ok := <-ch
	fmt.Println(bb.s, ok)
	go func(b Big, c chan Big) { c <- b.Get(0) }(bigv, ch)
	fmt.Println((<-ch).a[0])
	go ifc.Get(0)
	go e.Set(1, 2)
	pa := &[3]int{1, 2, 3}
	for i := range pa {
		pa[i] *= 2
	}
	sl := pa[:]
	sl2 := sl[1:2]
	sl2 = append(sl2, 99)
	fmt.Println(*pa, len(sl2), cap(sl2), copy(sl, sl[1:]), sl)
	clear(sl)
	fmt.Println(pa[0], len(sl))
	var iface any = pa
	if p, ok := iface.(*[3]int); ok {
		p[1] = 5
	}
	fmt.Println(sl, iface.(*[3]int)[1])
	type pt struct{ x, y int }
	pts := map[pt]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(pts[pt{1, 2}], len(pts), [...]pt{{5, 6}, 3: {7, 8}}, []*pt{{1, 1}}[0].x)
	var z struct{}
	fmt.Println(z, struct{}{} == z, [0]int{}, new(int) != nil, *new(string) == "")
	y := new(42)
	*y++
	fmt.Println(*y, *new("s"))
}
