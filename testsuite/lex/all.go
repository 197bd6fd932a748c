package p

import "fmt"

const (
	a = 0x_FF + 0b1_0 + 0o17 + 017 + 1_000
	b = 1.5e3 + .5 + 1. + 0x1p-2 + 0X.8P1
	c = 2i + 0x1i + 1e2i
	d = 'a' + '\n' + '\'' + '\x41' + '\u00e4' + '\U0001F600' + '\101' + 'ä'
)

var s = "a\tb\"\\" + `raw
\n` + "ä世界"

func f(x ...int) (r int) { // a comment ends the line
	r++; r--
	r += 1; r -= 2; r *= 3; r /= 4; r %= 5
	r &= 1; r |= 2; r ^= 3; r <<= 4; r >>= 5; r &^= 6
	if x != nil && !(r == 1 || r < 2) || r <= 3 || r > 4 || r >= 5 {
		return r<<1 | r>>2&^3 ^ -r*+r/r%r&r
	}
	/* one line */ fmt.Println(x[1:2]) /* two
	lines */
	c := make(chan<- int, 1); c <- <-d
	type T interface{ ~int }
	for { break }
	return
}
