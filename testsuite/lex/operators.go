package p

var _ = a + b - c * d / e % f & g | h ^ i << j >> k &^ l
var _ = a && b || !c == d != e < f <= g > h >= i
func f() {
	a += 1; a -= 1; a *= 1; a /= 1; a %= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1; a &^= 1
	a++; a--; b := <-c; c <- b; *p = &q; g(x...); h.i[j:k] = 2
	a&^b; a&-b; a&&b; a& ^b; a<-b; a< -b; a<<-b; ^a; ~b
	...
}
