// Generic methods on pointer, alias, embedded and interface-holding receivers; recursion with other type arguments.
package main

import "fmt"

type Registry struct{ items map[string]any }

func (r *Registry) Put[T any](name string, v T) *Registry {
	if r.items == nil {
		r.items = map[string]any{}
	}
	r.items[name] = v
	return r
}

func (r *Registry) Get[T any](name string) (v T, ok bool) {
	v, ok = r.items[name].(T)
	return
}

func (r Registry) Count[T any]() (n int) {
	for _, v := range r.items {
		if _, ok := v.(T); ok {
			n++
		}
	}
	return
}

type Alias = Registry

func (a *Alias) Keys[K ~string]() (ks int) {
	for k := range a.items {
		_ = K(k)
		ks++
	}
	return
}

type Visitor struct{ depth int }

func (v Visitor) Walk[T any](x T) string {
	v.depth++
	switch y := any(x).(type) {
	case []any:
		s := "["
		for _, e := range y {
			switch e := e.(type) {
			case int:
				s += v.Walk(e)
			case string:
				s += v.Walk(e)
			case []any:
				s += v.Walk(e)
			}
		}
		return s + "]"
	default:
		return fmt.Sprintf("%d:%T;", v.depth, x)
	}
}

type Service struct {
	*Registry
	Visitor
	log []string
}

func (s *Service) Log[T fmt.Stringer](xs ...T) {
	for _, x := range xs {
		s.log = append(s.log, x.String())
	}
}

type level int

func (l level) String() string { return fmt.Sprintf("L%d", int(l)) }

type num[N ~int | ~float64] struct{ n N }

func (a num[N]) To[M ~int | ~float64]() num[M]     { return num[M]{M(a.n)} }
func (a *num[N]) Add[M ~int | ~float64](b num[M])  { a.n += b.To[N]().n }
func (a num[N]) Each[F ~func(N)](f F)              { f(a.n); f(a.n + 1) }

type printer func(float64)

func main() {
	var r Registry
	r.Put("a", 1).Put("b", "s").Put[error]("c", fmt.Errorf("e"))
	n, ok := r.Get[int]("a")
	_, bad := r.Get[int]("b")
	fmt.Println(n, ok, bad, r.Count[error](), r.Count[any](), r.Keys[string]())
	s := &Service{Registry: &r}
	v, ok := s.Get[string]("b")
	fmt.Println(v, ok, s.Count[int](), s.Walk([]any{1, "x", []any{2}}))
	s.Log(level(1), level(2))
	s.Log[fmt.Stringer](level(3))
	fmt.Println(s.log)
	x := num[int]{7}
	x.Add(num[float64]{2.9})
	fmt.Printf("%v %v %T\n", x, x.To[float64](), x.To[float64]())
	x.To[float64]().Each(printer(func(f float64) { fmt.Print(f, " ") }))
	x.Each(func(n int) { fmt.Print(n, " ") })
	fmt.Println()
	put := (*Registry).Put[[]int]
	put(&r, "l", []int{4})
	get := r.Get[[]int]
	fmt.Println(get("l"))
	var nilService *Service
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		nilService.Count[int]()
	}()
}
