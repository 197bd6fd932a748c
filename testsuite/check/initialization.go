package main

// The order of execution is that of the values: d, c, b, a.
var a = b + f()
var b = c
var c = d
var d = 1

func f() int { return g() }
func g() int { return c }

type T struct{}

func (T) M() int { return x }

var x = T.M(T{})
var y, z = two()

func two() (int, int) { return w, 0 }

var w = z

const k = l
const l = k

var self = func() int { return self }()

func main() {}
