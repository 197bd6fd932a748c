package main
type A = B
type B = A
type C = struct { c *C }
type D = *D
type E = []F
type F = map[string]E
type G = struct { x H }
type H = G
type I = func(I)
type J struct { k K }
type K = J
type L struct { m *M }
type M = L
func main() { var l L; l.m = &l; var m M = l; _ = m }
