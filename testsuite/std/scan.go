package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strings"
)

type pair struct{ a, b int }

func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	tok, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	_, err = fmt.Sscanf(string(tok), "%d/%d", &p.a, &p.b)
	state.ReadRune()
	return err
}

func main() {
	var i int
	var u uint8
	var f float64
	var s string
	var b bool
	var c complex128
	var r rune
	var by []byte
	n, err := fmt.Sscan("12 200 1.5e3 word true (1+2i)", &i, &u, &f, &s, &b, &c)
	fmt.Println(n, err, i, u, f, s, b, c)
	n, err = fmt.Sscan("0x1f 300", &i, &u)
	fmt.Println(n, err, i)
	n, err = fmt.Sscanf("7 é abc", "%d %c %s", &i, &r, &by)
	fmt.Println(n, err, i, r, string(by))
	n, err = fmt.Sscanf("x=12,y=34", "x=%d,y=%3x", &i, &u)
	fmt.Println(n, err, i, u)
	n, err = fmt.Sscanf("12345", "%2d%3s", &i, &s)
	fmt.Println(n, err, i, s)
	n, err = fmt.Sscanf(`"quoted\n" 6869`, "%q %x", &s, &by)
	fmt.Printf("%d %v %q %q\n", n, err, s, by)
	n, err = fmt.Sscanln("1 2\n3", &i, &u)
	fmt.Println(n, err, i, u)
	n, err = fmt.Sscanln("1\n2", &i, &u)
	fmt.Println(n, err)
	n, err = fmt.Sscan("", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("abc", &i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("1", i)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("1", "%z", &i)
	fmt.Println(n, err)
	var p pair
	n, err = fmt.Sscan(" 3/4;", &p)
	fmt.Println(n, err, p)
	rd := bufio.NewReader(strings.NewReader("1 2 3\n4 5 6\nend"))
	sum := 0
	for {
		k, err := fmt.Fscan(rd, &i)
		if k == 0 {
			fmt.Println(err)
			break
		}
		sum += i
	}
	fmt.Println(sum)
	k, err := fmt.Scan(&i)
	fmt.Println(k, err)
	for _, x := range []float64{-3.5, 0.5, 1, 4.25, 10, 50.5, 171} {
		l, sign := math.Lgamma(x)
		fmt.Println(math.Gamma(x), l, sign, math.Erf(x), math.Erfc(x))
	}
	fmt.Fprintln(os.Stdout, "done")
}
