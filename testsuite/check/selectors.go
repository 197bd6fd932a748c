package main

type A struct{ x, y int }
type B struct{ x, z int }
type C struct {
	A
	B
}
type D struct{ *C }
type P *A
type I interface{ M(int) string }
type J interface {
	I
	N()
}

func (A) V()  {}
func (*A) Q() {}
func (b B) V() {}

type K struct{ I }
type L struct{}

func (L) M(string) string { return "" }

type N struct{}

func (*N) M(int) string { return "" }

type O struct{}

func (O) m(int) string { return "" }

func val() A { return A{} }

func main() {
	var c C
	_ = c.x
	_ = c.y
	_ = c.z
	c.V()
	c.Q()
	c.A.V()
	var d D
	d.Q()
	_ = d.y
	val().Q()
	val().V()
	A{}.Q()
	(&A{}).Q()
	(&A{}).V()
	A.V(A{})
	A.Q(A{})
	(*A).Q(&A{})
	(*A).V(&A{})
	A.x(1)
	A.zz()
	var p P
	_ = p.x
	p.Q()
	var i I = L{}
	i = N{}
	i = &N{}
	i = O{}
	i = c
	i = K{}
	var j J = i
	j = K{}
	i = j
	_ = I.M
	_ = I.M(i, 1)
	f := c.A.Q
	f = c.A.V
	f()
	g := A.V
	g(1)
	_ = i.(J)
	_ = i.(L)
	_ = i.(K)
	_ = j.(K)
	_ = map[string]A{}["a"].x
	map[string]A{}["a"].x = 1
	map[string]*A{}["a"].x = 1
	[]A{{1, 2}}[0].x = 1
	val().x = 1
	(&c).A.x = 1
	_ = &val().x
	_ = &c.A
	_ = nil.x
	_ = "abc".x
	_ = 1.5.x
	_ = main.x
	_ = struct{ a int }{}.a
	c.A = B{}
	var n interface{ M(int) string; m() } = i
	_ = n
	var e error = "x"
	e.error()
	_ = e.Error() + 1
}
