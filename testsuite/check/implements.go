package main

var a = b
var b = f()
var s = s2()
func s2() int { return s }

func f() int { return a }
var self = func() int { return self }()
type T int
func (T) M() int { return mm }
var mm = T.M(0)
var nn = T(0).M() + oo
var oo = func() int { return nn }()
func main() { 
 }
type I interface { M() }
type P int
func (*P) M() {}
type W int
func (W) M(x int) string { return "" }
type F struct { M int }
type C int
func (C) m() {}
type A1 struct { M2; M3 }
type M2 struct{}
func (M2) M() {}
type M3 struct{}
func (M3) M() {}
var (
 _ I = P(0)
 _ I = W(0)
 _ I = F{}
 _ I = C(0)
 _ I = A1{}
 _ I = 1
 _ *I = new(P)
 _ I = new(I)
 pi *I
 _ I = pi
 _ = I.M
 _ int = I(nil)
 _ P = I(nil)
 _ *P = I(nil)
)
var ii I
var _ = ii.(P)
var _ = ii.(W)
var _ = ii.(*P)
var _ = ii.(F)
