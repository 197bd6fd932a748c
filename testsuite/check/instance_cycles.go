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


func ping[A any](a A) { pong(&a) }
func pong[B any](b B) { ping(b) }
