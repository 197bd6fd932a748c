// dump: ast
package p

var (
	ints   = []int{0, 1_0, 0x1F, 0b11, 0o7, 07}
	floats = [...]float64{1., .5, 1e9, 0x1p4}
	imags  = map[string]complex128{"a": 1i, "b": 0x1p2i}
	runes  = []rune{'a', '\\', '\u1234'}
	elided = [][]T{{{1, 2}}, {{x: 3, y: 4}}}
	keyed  = [...]string{2: "c", 0: `a`}
	ptr    = &T{1, 2,}
	named  = p.T[int]{f: func() {}}
	fn     = func(a, b int, c ...string) (x int, err error) { return }
)
