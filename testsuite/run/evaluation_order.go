// The order of evaluation of calls, receives and operands.
package main

import "fmt"

var trace []string

func t(name string, v int) int {
	trace = append(trace, name)
	return v
}

func tp(name string, p *int) *int { trace = append(trace, name); return p }

func ts(name string, s []int) []int { trace = append(trace, name); return s }

func tm(name string, m map[int]int) map[int]int { trace = append(trace, name); return m }

func tf(name string) func(...int) int {
	trace = append(trace, name)
	return func(xs ...int) int {
		trace = append(trace, name+"()")
		return len(xs)
	}
}

func flush(what string) {
	fmt.Println(what, trace)
	trace = nil
}

func three() (int, int, int) { trace = append(trace, "three"); return 1, 2, 3 }

type S struct{ a, b, c int }

func (s S) m(xs ...int) S { trace = append(trace, fmt.Sprint("m", xs)); return S{len(xs), s.b, s.c} }

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	flush("binary")
	tf("f")(t("x", 1), tf("g")(t("y", 2)), t("z", 3))
	flush("call")
	_ = []int{t("0", 0), t("1", 1), 5: t("5", 5)}
	_ = S{c: t("c", 1), a: t("a", 2)}
	flush("literals")
	s := []int{1, 2, 3, 4}
	ts("s", s)[t("i", 1)] = t("v", 5)
	flush("store")
	ts("s1", s)[t("i1", 0)], ts("s2", s)[t("i2", 1)] = t("v1", 8), t("v2", 9)
	flush("tuple")
	m := map[int]int{}
	tm("m", m)[t("k", 1)] = t("v", 2)
	flush("map store")
	tm("m", m)[t("k", 1)] += t("v", 2)
	flush("map update")
	*tp("p", &s[0]) = t("v", 3)
	flush("deref store")
	_ = ts("s", s)[t("lo", 0):t("hi", 3):t("max", 4)]
	flush("slice")
	_ = t("false", 0) == 1 && t("skipped", 1) == 1 || t("taken", 1) == 1
	flush("logic")
	S{1, 2, 3}.m(t("1", 1)).m(t("2", 2), t("3", 3)).m()
	flush("chain")
	c := make(chan int, 3)
	c <- t("send", 1)
	c <- 2
	fmt.Println(tf("h")(<-c, t("between", 0), <-c))
	flush("receive")
	defer tf("deferred")(t("arg", 1))
	flush("defer")
	var arr [4]int
	i := 0
	i, arr[i], arr[i+1] = three()
	fmt.Println(i, arr)
	flush("multi")
	x := []int{0, 0, 0}
	j := 0
	x[j], j = 7, 2
	x[j] = 9
	fmt.Println(x, j)
	get := func() (*S, int) { trace = append(trace, "get"); return &S{}, 4 }
	var q *S
	q, x[t("idx", 1)] = get()
	fmt.Println(*q, x)
	flush("mixed")
	switch t("tag", 3) {
	case t("c1", 1), t("c2", 2):
	case t("c3", 3), t("c4", 4):
	}
	flush("switch")
	for k := range ts("range", s)[:t("n", 2)] {
		t(fmt.Sprint("body", k), k)
	}
	flush("range")
	fmt.Println(t("p1", 1), t("p2", 2))
	flush("print")
}
