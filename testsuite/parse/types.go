// dump: ast
package p

type (
	A [10]int
	B [n]int
	C [n * m]int
	D []*map[string]chan int
	E chan<- <-chan chan (<-chan int)
	F func(int, string) (bool, error)
	G func(a, b int, c ...[]string) func()
	H = struct {
		a, b int `tag:"x"`
		*T
		p.Q
		L[int]
		M[int, string]
		N [3]int
		O []int
	}
	I interface {
		m(x int) string
		n()
		fmt.Stringer
		~int | ~string | p.T[int]
		G[int]
	}
	J (int)
)

var x [2][3]struct{}
var y interface{}
