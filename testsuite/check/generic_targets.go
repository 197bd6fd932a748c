package p

type Box[A any] struct{ value A }

func grow[P any](n int, x P) {
	if n > 0 {
		grow(n-1, Box[P]{x})
	}
}

func same[Q any](n int, x Q) {
	if n > 0 {
		same(n-1, x)
	}
}


type F func(int)

func apply[T any](T) {}

var _ = []F{apply}
var _ = F(apply)
var _ = []func(string, int){apply}
