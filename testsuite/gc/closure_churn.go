// Closures, method values and interfaces that hold the only reference to their data.
package main

import "fmt"

type source interface{ next() (int, bool) }
type counter struct{ n, limit int }

func (c *counter) next() (int, bool) { c.n++; return c.n, c.n <= c.limit }

type fnSource func() (int, bool)

func (f fnSource) next() (int, bool) { return f() }

func filter(s source, keep func(int) bool) source {
	return fnSource(func() (int, bool) {
		for {
			v, ok := s.next()
			if !ok || keep(v) {
				return v, ok
			}
		}
	})
}

func apply(s source, f func(int) int) source {
	return fnSource(func() (int, bool) {
		v, ok := s.next()
		return f(v), ok
	})
}

func sum(s source) (t int) {
	for v, ok := s.next(); ok; v, ok = s.next() {
		t += v
	}
	return
}

type lazy struct {
	get func() *lazy
	val int
}

func chain(n int) *lazy {
	l := &lazy{val: n}
	l.get = func() *lazy {
		if n == 0 {
			return nil
		}
		return chain(n - 1)
	}
	return l
}

func main() {
	t := 0
	for i := range 300 {
		var s source = &counter{limit: 100}
		for k := range 5 {
			scratch := make([]int, 20)
			s = filter(s, func(v int) bool { scratch[v%20]++; return v%(k+7) != i%3 })
			s = apply(s, func(v int) int { return v + len(scratch)/20 })
		}
		t += sum(s)
	}
	fmt.Println(t)
	fs := map[string][]func() string{}
	for i := range 10000 {
		name := fmt.Sprint("n", i%50)
		fs[name] = append(fs[name], func() string { return fmt.Sprint(name, ":", i) })
		if len(fs[name]) > 5 {
			fs[name] = fs[name][1:]
		}
	}
	fmt.Println(len(fs), fs["n7"][0](), fs["n49"][4]())
	steps := 0
	for l := chain(20000); l != nil; l = l.get() {
		steps += l.val
	}
	fmt.Println(steps)
	var deferred []int
	func() {
		for i := range 2000 {
			p := &counter{n: i}
			defer func() { deferred = append(deferred, p.n) }()
		}
	}()
	fmt.Println(len(deferred), deferred[0], deferred[1999])
	recovered := 0
	for i := range 3000 {
		func() {
			defer func() {
				if e, ok := recover().(error); ok && e.Error() == fmt.Sprint("e", i) {
					recovered++
				}
			}()
			panic(fmt.Errorf("e%d", i))
		}()
	}
	fmt.Println(recovered)
}
