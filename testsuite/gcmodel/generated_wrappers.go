// -m | -m=2 | -m=2 -l any order
package main

type I interface {
	Get(x *int) *int
	Put(y int)
}

type B struct{ n int; p *int }

func (b B) V() int            { return b.n }
func (b *B) P() *int          { return b.p }
func (b *B) Big(x *int) *int  { for i := range 10 { println(i) }; for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) }; return x }
func (b B) BigV(x *int) *int  { for i := range 10 { println(i) }; for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) };for i := range 10 { println(i) }; return x }
func (b B) unexp(x ...*int) *int  { return x[0] }

type S struct {
	B
	k int
}
type SP struct {
	*B
	I
}

type Local struct{ x int }

func (l Local) Get(x *int) *int { return x }
func (l Local) Put(y int)       {}

var g I

func main() {
	type L struct{ B }
	var s S
	_ = s
	var l L
	_ = l
	g = Local{}
	f := I.Get
	f(g, nil)
	h := (*S).V
	_ = h
	m := g.Get
	_ = m
	var anon struct{ *B; x int }
	_ = anon
	var a2 interface{ I; Foo() }
	_ = a2
	k := Local.Get
	_ = k
	kk := (*Local).Get
	_ = kk
}
