// dump: types
package main

type Shape interface {
	Area() float64
	Name() string
}

type Square struct {
	side float64
	tags []string `json:"tags"`
}

func (s *Square) Area() float64 { return s.side * s.side }
func (s Square) Name() string   { return "square" }

type Named struct {
	*Square
	n int
}

var (
	total = count(shapes...)
	shapes = []Shape{&Square{side: 2}, Named{n: 1}}
	lookup = map[string]int{"a": 1, "b": 2}
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
)

func count(list ...Shape) (n int) {
	for i, s := range list {
		switch v := s.(type) {
		case *Square:
			n += int(v.side)
		case Named, nil:
			_ = v
		default:
			n += i
		}
	}
	return
}

func main() {
	v, ok := lookup["a"]
	f := (*Square).Area
	g := shapes[0].Name
	var u uint8 = 3
	x := 1<<u + v
	var any interface{} = 'x'
	c := make(chan int, kb)
	select {
	case c <- 1:
	case y, more := <-c:
		println(y, more)
	}
	for i := range 10 {
		defer func() { println(i, ok) }()
	}
	for i, r := range "abc" {
		println(i, r)
	}
	if p := new(x); *p == 2.0 || any == nil {
		println(f(&Square{}), g(), mb, len("abc"), x > 3)
	}
}
