// Inference from constraints with methods (1.21), core types of constraints, and named element types.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type Parser[T any] interface {
	*T
	Parse(string) error
}

type version struct{ major, minor int }

func (v *version) Parse(s string) error {
	_, err := fmt.Sscanf(s, "%d.%d", &v.major, &v.minor)
	return err
}

func ParseAll[T any, P Parser[T]](texts ...string) ([]T, error) {
	out := make([]T, len(texts))
	for i, t := range texts {
		if err := P(&out[i]).Parse(t); err != nil {
			return out[:i], err
		}
	}
	return out, nil
}

type Lesser[T any] interface{ Less(T) bool }

func (v version) Less(w version) bool {
	return v.major < w.major || v.major == w.major && v.minor < w.minor
}

func Sort[S ~[]E, E Lesser[E]](s S) S {
	sort.Slice(s, func(i, j int) bool { return s[i].Less(s[j]) })
	return s
}

type Getter[T any] interface{ Get() T }

type box struct{ s string }

func (b box) Get() string { return b.s }

func Use[G Getter[T], T any](g G) T { return g.Get() }

func UseIface[T any](g Getter[T]) T { return g.Get() }

type versions []version

func (vs versions) Len() int { return len(vs) }

func Clone[S ~[]E, E any](s S) S { return append(S(nil), s...) }

func Keys[M ~map[K]V, K comparable, V any](m M) (ks []K) {
	for k := range m {
		ks = append(ks, k)
	}
	return
}

type registry map[string]version

func main() {
	vs, err := ParseAll[version]("1.20", "1.3", "0.9")
	fmt.Println(vs, err)
	_, err = ParseAll[version]("1.x")
	fmt.Println(err != nil)
	fmt.Println(Sort(versions(vs)).Len(), vs)
	fmt.Println(strings.ToUpper(Use(box{"via constraint"})), UseIface(box{"via interface"}))
	c := Clone(versions(vs))
	c[0].major = 9
	fmt.Printf("%T %v %v\n", c, c, vs)
	ks := Keys(registry{"b": {}, "a": {}})
	sort.Strings(ks)
	fmt.Println(ks)
}
