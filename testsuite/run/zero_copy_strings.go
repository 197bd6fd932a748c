package main

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Conversions from byte slices to strings: some can share the bytes' memory, the others must not.

var data = []byte(strings.Repeat("0123456789", 5))

var global string

//go:noinline
func bytes(n int) []byte { return []byte(strings.Repeat("0123456789", 5))[:n] }

//go:noinline
func length(s string) int { return len(s) + strings.IndexByte(s, '5') }

//go:noinline
func same(s string) string { return s }

//go:noinline
func joined(s, t string) string { return s + t }

//go:noinline
func joinedBelow(p *struct{ s, t string }) string { return p.s + p.t }

//go:noinline
func keep(s string) int { global = s; return len(s) }

//go:noinline
func spoil(b []byte) int { b[0] = '!'; return 0 }

//go:noinline
func spoilGlobal() int { data[0] = '!'; return 0 }

//go:noinline
func pair(s string, n int) string { return s[:3] + strconv.Itoa(n) }

//go:noinline
func useAndSpoil(s string, b []byte) string {
	b[1] = '?'
	return s[:2] + "."
}

//go:noinline
func store(p *string, s string) { *p = s }

//go:noinline
func calls(s string, f func()) string {
	f()
	return s[:2] + "."
}

type holder struct {
	s    string
	next *holder
}

func readOnly() {
	b := bytes(45)
	fmt.Println(length(string(b)), string(b) == "x", string(b) < "1", len(string(b)))
	n, err := strconv.Atoi(string(b[:6]))
	fmt.Println(n, err)
	_, err = strconv.Atoi(string(b))
	b[1] = 'x'
	fmt.Println(err)
	switch string(b[:3]) {
	case "0x2":
		fmt.Println("switch")
	}
	for i, r := range string(b[:4]) {
		fmt.Print(i, r, " ")
	}
	fmt.Println(strings.Contains(string(b), "789"), strings.Fields(string(b)))
	m := map[string]int{"0x234": 7}
	fmt.Println(m[string(b[:5])], "<"+string(b[:5])+">")
	var none []byte
	fmt.Println(string(none) == "", length(string(none)), "["+string(b[:0])+"]")
	t := same(string(b))
	fmt.Println(t[:4], length(t))
}

func changes() {
	b := bytes(40)
	s := string(b)
	b[0] = 'Z'
	fmt.Println(s[:2], string(b[:2]))
	s = string(b)
	spoil(b)
	fmt.Println(s[:2], string(b[:2]))
	fmt.Println(pair(string(b), spoil(b)))
	b = bytes(40)
	fmt.Println(pair(string(b), spoil(b)))
	fmt.Println(useAndSpoil(string(b), b))
	s = string(b)
	copy(b, "copied")
	fmt.Println(s[:6], string(b[:6]))
	s = string(b)
	clear(b)
	fmt.Println(s[:6], b[:2])
	b = bytes(40)
	s = string(b)
	b = append(b[:1], "appended"...)
	fmt.Println(s[:6], string(b[:6]))
	s = string(b)
	p := &b[2]
	*p = '+'
	fmt.Println(s[:6], string(b[:6]))
	c := b[:20]
	s = string(b)
	c[0] = 'c'
	fmt.Println(s[:6], string(b[:6]))
	fmt.Println(calls(string(b), func() { b[1] = '#' }), string(b[:2]))
	before := data[0]
	fmt.Println(pair(string(data), spoilGlobal()), data[0] == '!')
	data[0] = before
	s = string(data)
	d := data
	d[0] = 'd'
	fmt.Println(s[:2], string(data[:2]))
	data[0] = before
}

//go:noinline
func parameters(a, b []byte) {
	s := string(a)
	b[0] = 'B'
	fmt.Println(s[:2], string(a[:2]))
	t := string(a)
	data[1] = 'D'
	fmt.Println(t[:2], string(a[:2]))
	data[0], data[1] = '0', '1'
}

//go:noinline
func throughField(h *struct{ buf []byte }, b []byte) {
	s := string(h.buf)
	b[0] = 'F'
	fmt.Println(s[:2], string(h.buf[:2]))
}

type buffer struct{ buf []byte }

var (
	planted *buffer
	seed    []byte
)

//go:noinline
func publish(b []byte) { seed = b }

//go:noinline
func plant() { planted.buf = seed }

// What hangs from a parameter is memory of the function itself.
//
//go:noinline
func ownBelowParameter(p *buffer) {
	b := make([]byte, 40)
	publish(b)
	plant()
	s := string(p.buf)
	b[0] = 'P'
	fmt.Println(s[0], p.buf[0])
}

func held() {
	b := bytes(40)
	h := holder{s: string(b)}
	b[0] = 'h'
	fmt.Println(h.s[:2])
	list := []string{string(b), "other"}
	b[0] = 'i'
	fmt.Println(list[0][:2])
	m := map[string]int{}
	m[string(b)]++
	b[0] = 'j'
	m[string(b)]++
	for k, v := range m {
		if v != 1 || k[1:3] != "12" {
			fmt.Println("bad key", k)
		}
	}
	fmt.Println(len(m), m["i"+string(b[1:])])
	var any any = string(b)
	b[0] = 'k'
	fmt.Println(any.(string)[:2])
	f := func() string { return h.s[:2] }
	h.s = string(b)
	b[0] = 'l'
	fmt.Println(f())
	var top *holder
	for i := range 4 {
		b[0] = 'a' + byte(i)
		top = &holder{string(b), top}
	}
	for ; top != nil; top = top.next {
		fmt.Print(top.s[:3], " ")
	}
	fmt.Println()
	var t string
	store(&t, string(b))
	b[0] = 'm'
	fmt.Println(t[:2])
	parts := strings.Fields(string(b) + " x")
	b[0] = 'n'
	fmt.Println(parts[0][:2])
	cut := strings.Split(string(b), "5")
	b[0] = 'o'
	fmt.Println(cut[0], cut[1])
}

// A concatenation may give back its only operand that is not empty.
func concatenations() {
	heap := bytes(40)
	keep(string(heap))
	b := make([]byte, 40, 40+len(global))
	global = ""
	copy(b, heap)
	empty := global
	s := string(b) + empty
	b[0] = 'A'
	fmt.Println(s[:2])
	s = joined(string(b), empty)
	b[0] = 'B'
	fmt.Println(s[:2])
	s = joined(empty, same(string(b)))
	b[0] = 'C'
	fmt.Println(s[:2])
	s = joinedBelow(&struct{ s, t string }{empty, string(b)})
	b[0] = 'D'
	fmt.Println(s[:2])
	s = "" + string(b)
	b[0] = 'E'
	fmt.Println(s[:2])
	s += string(b[:0])
	s = string(b)
	s += empty
	b[0] = 'F'
	fmt.Println(s[:2])
	s = "<" + string(b)
	b[0] = 'G'
	fmt.Println(s[:3])
	data[0] = 'H'
	s = joined(string(data), empty)
	data[0] = '0'
	fmt.Println(s[:2])
	s = string(data) + empty
	data[0] = 'I'
	fmt.Println(s[:2])
	data[0] = '0'
}

func loops() {
	b := bytes(40)
	last := ""
	for i := range 4 {
		b[0] = 'a' + byte(i)
		s := string(b)
		if last != "" {
			fmt.Print(last[:2], s[:2], " ")
		}
		last = s
	}
	fmt.Println()
	var smallest string
	for i := range 4 {
		c := bytes(36)
		c[0] = 'z' - byte(i)
		if s := string(c); smallest == "" || s < smallest {
			smallest = s
		}
	}
	fmt.Println(smallest)
	n := 0
	for i := range 100 {
		b[0] = byte(i)
		s := string(b)
		n += length(s) + int(s[0])
	}
	fmt.Println(n)
	var buf [64]byte
	for i := range 3 {
		t := strconv.AppendInt(buf[:0], int64(i)*1234567890123, 10)
		t = append(t, " and more text than fits a small buffer"...)
		fmt.Print(len(string(t)), strings.Count(string(t), "t"), string(t[:1]), " ")
	}
	fmt.Println()
}

func recovered() (s string) {
	b := bytes(40)
	defer func() {
		recover()
		b[0] = 'R'
		fmt.Println(s[:2])
	}()
	s = string(b)
	b[0] = 'Q'
	panic(1)
}

func deferred() {
	b := bytes(40)
	t := string(b)
	defer func() { fmt.Println(t[:2], string(b[:2])) }()
	b[0] = 'T'
}

func goroutines() {
	var mu sync.Mutex
	b := bytes(40)
	turn := make(chan bool)
	go func() {
		<-turn
		mu.Lock()
		b[0] = 'g'
		mu.Unlock()
		turn <- true
	}()
	mu.Lock()
	s := string(b)
	mu.Unlock()
	turn <- true
	<-turn
	fmt.Println(s[:2], string(b[:2]))
}

// Both ways at once.
func chains() {
	b := bytes(40)
	s := string(b)
	c := []byte(s)
	b[0] = 'x'
	fmt.Println(s[:2], string(c[:2]))
	c = []byte(string(b))
	t := string(c)
	b[0] = 'y'
	c[1] = 'c'
	fmt.Println(t[:2], string(c[:2]), string(b[:2]))
	t = string([]byte(s))
	u := string([]byte(string(b)))
	b[0] = 'w'
	fmt.Println(t[:2], u[:2], length(u))
}

func main() {
	readOnly()
	changes()
	parameters(data, data)
	throughField(&struct{ buf []byte }{data}, data)
	data[0] = '0'
	planted = &buffer{}
	ownBelowParameter(planted)
	held()
	concatenations()
	loops()
	fmt.Println(recovered()[:2])
	deferred()
	goroutines()
	chains()
}
