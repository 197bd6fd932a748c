package main

import (
	"fmt"
	"os"
	"strings"
)

// Conversions from strings to byte slices: some can share the string's memory, the others must not.

var long = strings.Repeat("abcdefgh", 9)

//go:noinline
func sum(b []byte) (n int) {
	for _, c := range b {
		n += int(c)
	}
	return n
}

//go:noinline
func upper(b []byte) {
	for i := range b {
		if 'a' <= b[i] && b[i] <= 'z' {
			b[i] -= 32
		}
	}
}

//go:noinline
func upperBelow(p *struct{ b []byte }) { upper(p.b[1:3]) }

//go:noinline
func grow(b []byte) []byte { return append(b, '!') }

//go:noinline
func half(b []byte) []byte { return b[:len(b)/2] }

//go:noinline
func fill(dst, src []byte) int { return copy(dst, src) }

type writer interface{ Write(b []byte) (int, error) }

type counting struct{ n int }

func (c *counting) Write(b []byte) (int, error) { c.n += len(b); return len(b), nil }

type shouting struct{ last byte }

func (s *shouting) Write(b []byte) (int, error) {
	upper(b)
	s.last = b[0]
	return len(b), nil
}

type keeping struct{ all []byte }

func (k *keeping) Write(b []byte) (int, error) { k.all = b; return len(b), nil }

//go:noinline
func send(w writer, s string) { w.Write([]byte(s)) }

//go:noinline
func each(b []byte, f func(int, []byte)) {
	for i := range b[:3] {
		f(i, b)
	}
}

//go:noinline
func isNil(s string) bool { return []byte(s) == nil }

//go:noinline
func text(n int) string { return long[:n] }

var kept []byte

//go:noinline
func keep(b []byte) { kept = b }

func readOnly() {
	fmt.Println(sum([]byte(long)), sum([]byte("constant")), sum([]byte(text(0))))
	fmt.Println(isNil(""), isNil("x"), isNil(text(0)), []byte(strings.TrimSpace("  ")) == nil)
	fmt.Println(len(half([]byte(long))), string(half([]byte(long)))[:4])
	b := []byte(text(40))
	n := 0
	for i := 0; i < len(b); i += 2 {
		n += int(b[i])
	}
	fmt.Println(n, len(b), cap(b) >= len(b))
	c := counting{}
	send(&c, long)
	fmt.Println(c.n)
	dst := make([]byte, 8)
	fmt.Println(fill(dst, []byte(long)), string(dst))
	os.Stdout.Write([]byte("to standard output\n"))
}

func writes() {
	s := text(50)
	b := []byte(s)
	b[0] = 'Z'
	fmt.Println(s[0] == 'a', b[0] == 'Z')
	c := []byte(s)
	upper(c)
	fmt.Println(s[:4], string(c[:4]))
	d := struct{ b []byte }{[]byte(s)}
	upperBelow(&d)
	fmt.Println(s[:4], string(d.b[:4]))
	e := []byte(s)
	f := e[2:6]
	g := &f[1]
	*g = '?'
	fmt.Println(s[:6], string(e[:6]))
	h := []byte(s)
	copy(h[1:], "123")
	fmt.Println(s[:6], string(h[:6]))
	i := []byte(s)
	clear(i[:2])
	fmt.Println(s[:3], i[:3])
	j := []byte(s)
	each(j, func(n int, all []byte) { all[n] = '0' + byte(n) })
	fmt.Println(s[:4], string(j[:4]))
	k := []byte(s)
	func() { k[0] = 'k' }()
	fmt.Println(s[:1], string(k[:1]))
	var w writer = &shouting{}
	send(w, s)
	fmt.Println(s[:4], w.(*shouting).last)
	l := (*[4]byte)([]byte(s))
	l[1] = '-'
	fmt.Println(s[:4], string(l[:]))
	p, q := []byte(s), []byte(s)
	for range 2 {
		p, q = q, p
	}
	q[0] = 'q'
	fmt.Println(s[:1], string(p[:1]), string(q[:1]))
}

func appends() {
	s := text(33)
	b := append([]byte(s), "tail"...)
	fmt.Println(s, string(b))
	c := []byte(s)
	d := append(c[:2], 'X')
	fmt.Println(s[:4], string(c[:4]), string(d))
	e := grow([]byte(s))
	fmt.Println(string(e[30:]))
	f := grow([]byte(s)[:3])
	fmt.Println(s[:4], string(f))
	g := []byte(s)
	h := append(g, 'h')
	i := append(g, 'i')
	fmt.Println(string(h[33:]) != "", string(i[33:]), len(g))
	j := []byte(s)[:0:4]
	j = append(j, 'j')
	fmt.Println(s[:2], string(j))
}

func escapes() {
	s := text(36)
	keep([]byte(s))
	kept[0] = 'K'
	fmt.Println(s[:2], string(kept[:2]))
	k := keeping{}
	send(&k, s)
	k.all[1] = 'K'
	fmt.Println(s[:2], string(k.all[:2]))
	c := make(chan []byte, 1)
	c <- []byte(s)
	r := <-c
	r[2] = 'C'
	fmt.Println(s[:3], string(r[:3]))
	done := make(chan bool)
	b := []byte(s)
	go func() { b[3] = 'G'; done <- true }()
	<-done
	fmt.Println(s[:4], string(b[:4]))
	defer func() {
		recover()
		fmt.Println(s[:5], string(b[:5]))
	}()
	d := []byte(s)
	defer func() { d[4] = 'D'; fmt.Println(s[:5], string(d[:5])) }()
	panic("stop")
}

// The memory of the string is that of an iteration.
func loops() {
	var best []byte
	for i := range 5 {
		s := fmt.Sprint(i, long[:30+i])
		b := []byte(s)
		if len(b)%2 == 0 {
			best = b
		}
	}
	fmt.Println(string(best))
	var all [][]byte
	for i := range 4 {
		all = append(all, []byte(string(rune('a'+i))+long[:32]))
	}
	for _, b := range all {
		fmt.Print(string(b[:2]), sum(b), " ")
	}
	fmt.Println()
	var previous []byte
	for i := range 4 {
		now := []byte(strings.Repeat(string(rune('p'+i)), 40))
		fmt.Print(sum(now)-sum(previous), " ")
		previous = now
	}
	fmt.Println()
}

//go:noinline
func made(n int) []byte { return []byte(strings.Repeat("m", n)) }

//go:noinline
func part(s string) []byte {
	b := []byte(s)
	return b[1:]
}

func results() {
	b := made(40)
	b[0] = 'M'
	fmt.Println(string(b))
	c := part(long)
	c[0] = '*'
	fmt.Println(long[:3], string(c[:3]))
}

func main() {
	readOnly()
	writes()
	appends()
	loops()
	results()
	escapes()
}
