// Arbitrary precision naturals: addition, multiplication, division by a word, factorials, Fibonacci, powers.
package main

import (
	"fmt"
	"strings"
)

type nat []uint32

const base = 1000000000

func fromInt(n uint64) (z nat) {
	for n > 0 {
		z = append(z, uint32(n%base))
		n /= base
	}
	return
}

func parse(s string) (z nat) {
	for len(s) > 0 {
		i := max(0, len(s)-9)
		var d uint32
		for _, c := range s[i:] {
			d = d*10 + uint32(c-'0')
		}
		z = append(z, d)
		s = s[:i]
	}
	return
}

func (x nat) String() string {
	if len(x) == 0 {
		return "0"
	}
	var b strings.Builder
	fmt.Fprint(&b, x[len(x)-1])
	for i := len(x) - 2; i >= 0; i-- {
		fmt.Fprintf(&b, "%09d", x[i])
	}
	return b.String()
}

func (x nat) add(y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z := make(nat, 0, len(x)+1)
	var carry uint32
	for i, d := range x {
		s := d + carry
		if i < len(y) {
			s += y[i]
		}
		carry = s / base
		z = append(z, s%base)
	}
	if carry > 0 {
		z = append(z, carry)
	}
	return z
}

func (x nat) mul(y nat) nat {
	z := make(nat, len(x)+len(y))
	for i, a := range x {
		var carry uint64
		for j, b := range y {
			t := uint64(a)*uint64(b) + uint64(z[i+j]) + carry
			z[i+j] = uint32(t % base)
			carry = t / base
		}
		z[i+len(y)] += uint32(carry)
	}
	for len(z) > 0 && z[len(z)-1] == 0 {
		z = z[:len(z)-1]
	}
	return z
}

func (x nat) divWord(w uint32) (nat, uint32) {
	z := make(nat, len(x))
	var rem uint64
	for i := len(x) - 1; i >= 0; i-- {
		t := rem*base + uint64(x[i])
		z[i] = uint32(t / uint64(w))
		rem = t % uint64(w)
	}
	for len(z) > 0 && z[len(z)-1] == 0 {
		z = z[:len(z)-1]
	}
	return z, uint32(rem)
}

func pow(x nat, n int) nat {
	z := fromInt(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			z = z.mul(x)
		}
		x = x.mul(x)
	}
	return z
}

func main() {
	f := fromInt(1)
	for i := uint64(2); i <= 60; i++ {
		f = f.mul(fromInt(i))
	}
	fmt.Println(f)
	a, b := fromInt(0), fromInt(1)
	for range 500 {
		a, b = b, a.add(b)
	}
	fmt.Println(a)
	p := pow(fromInt(2), 521)
	fmt.Println(p, len(p.String()))
	q, r := p.divWord(97)
	fmt.Println(q, r)
	fmt.Println(q.mul(fromInt(97)).add(fromInt(uint64(r))).String() == p.String())
	x := parse("123456789012345678901234567890")
	fmt.Println(x.mul(x), x.add(x), parse("").mul(x), pow(x, 0))
	digits := 0
	for _, c := range pow(fromInt(3), 2000).String() {
		digits += int(c - '0')
	}
	fmt.Println(digits)
}
