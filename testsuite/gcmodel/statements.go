// -m | -m=2 -l
package main

import "fmt"

type T struct {
	p *int
	q *int
	a [4]*int
	s []*int
}

var sink any
var gp *int

func (t *T) M(x *int) *int { return x }
func (t T) V() *int        { return t.p }

type I interface{ M(x *int) *int }

func f1(x *int, y **int, i I, s []*int) *int {
	gp = *y
	i.M(x)
	v := s[0]
	sink = v
	t := &T{p: x}
	sink = t.V
	t.p = t.q
	g := func() *int { return x }
	_ = g()
	a := []int{1, 2, 3}
	sink = a[1:]
	m := make([]int, len(a))
	sink = m
	defer fmt.Println(a, x)
	go fmt.Println("x" + fmt.Sprint(m))
	b := append(s, x)
	_ = b
	mm := map[string]*int{"a": x}
	for k, v := range mm {
		sink = k
		sink = v
	}
	return t.M(x)
}

func f2(t *T, b []byte, st string) string {
	var u T
	switch z := sink.(type) {
	case *T:
		t = z
	case T:
		u = z
	}
	sink = u.p
	if sink.(*T) == t {
		return string(b)
	}
	c := make(chan *int)
	var n int
	c <- &n
	w := <-c
	var arr [10]*int
	arr[1] = w
	gp = arr[2]
	x, ok := mp["a"]
	_ = ok
	gp = x
	f := (*T).M
	gp = f(t, w)
	panic(st)
}

var mp map[string]*int

func main() {
	var x = new(int)
	*x = 3
	p := &T{}
	var arr [10]int
	sl := arr[2:5]
	fmt.Println(sl, *p, x)
	for i := 0; i < 10; i++ {
		y := new(int)
		x = y
	}
	f1(x, &x, p, nil)
	f2(nil, []byte("abc"), "x")
	func() { x = nil }()
	l := len([]byte("abc" + fmt.Sprint(1)))
	_ = l
}
