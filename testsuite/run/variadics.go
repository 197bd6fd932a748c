// Variadic functions: none, some, spread, nil, interfaces, methods, function values.
package main

import (
	"fmt"
	"strings"
)

func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}

func info(prefix string, xs ...any) string {
	return fmt.Sprintf("%s %d %v %v", prefix, len(xs), xs == nil, xs)
}

func change(xs ...int) { xs[0] = 99 }

func join(sep string, fs ...func() string) string {
	var out []string
	for _, f := range fs {
		out = append(out, f())
	}
	return strings.Join(out, sep)
}

type acc struct{ all []string }

func (a *acc) add(s ...string) *acc { a.all = append(a.all, s...); return a }

type summer interface{ add(...string) *acc }

func pass(xs ...any) string      { return info("pass", xs...) }
func wrap(xs ...any) string      { return info("wrap", xs) }
func multi() (string, int, bool) { return "m", 2, true }
func keep(xs ...int) []int       { return xs }

func main() {
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...), sum(nil...))
	fmt.Println(info("a"), info("b", nil), info("c", nil...), info("d", 1, "x", nil))
	s := []int{1, 2, 3}
	change(s...)
	change(s[1], s[2])
	fmt.Println(s)
	fmt.Println(join("-", func() string { return "x" }, func() string { return "y" }), join(","))
	a := &acc{}
	a.add("1").add().add("2", "3")
	var sm summer = a
	sm.add([]string{"4", "5"}...)
	f := a.add
	f("6")
	(*acc).add(a, "7", "8")
	fmt.Println(a.all)
	fmt.Println(pass(1, 2), wrap(1, 2), pass(), wrap())
	fmt.Println(multi())
	fmt.Println(info(multi()))
	var g func(...int) int = sum
	fmt.Println(g(1, 2), fmt.Sprintf("%T", g))
	k := keep(1, 2)
	k2 := keep(1, 2)
	k[0] = 7
	fmt.Println(k, k2, cap(k))
	defer func(xs ...string) { fmt.Println(len(xs), xs) }("d", "e")
	anys := []any{"a", 1}
	fmt.Println(append(anys, []any{2, 3}...)...)
	fmt.Println(append(anys, []any{2, 3}))
	fmt.Println(func(xs ...[]int) int { return len(xs) }([]int{1}, nil))
}
