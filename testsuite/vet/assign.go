package main

type L struct{ l *int }

func main() {
	l := &L{}
	m := map[string]int{}
	m["a"] = m["a"]
	x, y := 1, 2
	x, y = x, y
	x, y = y, x
	p := &x
	*p = *p
	l.l = l.l
	f := func() *int { return &x }
	*f() = *f()
}
