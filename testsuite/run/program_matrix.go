// Matrices: products, transposes, determinants, inverses, and powers modulo a prime.
package main

import "fmt"

type matrix [][]float64

func zero(r, c int) matrix {
	data := make([]float64, r*c)
	m := make(matrix, r)
	for i := range m {
		m[i] = data[i*c : (i+1)*c : (i+1)*c]
	}
	return m
}

func identity(n int) matrix {
	m := zero(n, n)
	for i := range m {
		m[i][i] = 1
	}
	return m
}

func (a matrix) mul(b matrix) matrix {
	if len(a[0]) != len(b) {
		panic(fmt.Sprintf("cannot multiply %dx%d by %dx%d", len(a), len(a[0]), len(b), len(b[0])))
	}
	c := zero(len(a), len(b[0]))
	for i := range a {
		for j := range c[i] {
			for k, v := range a[i] {
				c[i][j] += v * b[k][j]
			}
		}
	}
	return c
}

func (a matrix) transpose() matrix {
	t := zero(len(a[0]), len(a))
	for i, row := range a {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return t
}

func abs(x float64) float64 { return max(x, -x) }

func (a matrix) inverse() (matrix, float64, bool) {
	n := len(a)
	w := zero(n, 2*n)
	for i := range a {
		copy(w[i], a[i])
		w[i][n+i] = 1
	}
	det := 1.0
	for c := range n {
		pivot := c
		for r := c + 1; r < n; r++ {
			if abs(w[r][c]) > abs(w[pivot][c]) {
				pivot = r
			}
		}
		if w[pivot][c] == 0 {
			return nil, 0, false
		}
		if pivot != c {
			w[pivot], w[c] = w[c], w[pivot]
			det = -det
		}
		det *= w[c][c]
		f := w[c][c]
		for j := range w[c] {
			w[c][j] /= f
		}
		for r := range w {
			if r != c {
				f := w[r][c]
				for j := range w[r] {
					w[r][j] -= f * w[c][j]
				}
			}
		}
	}
	out := zero(n, n)
	for i := range out {
		copy(out[i], w[i][n:])
	}
	return out, det, true
}

type m2 [2][2]uint64

func (a m2) mul(b m2) (c m2) {
	for i := range 2 {
		for j := range 2 {
			c[i][j] = (a[i][0]*b[0][j] + a[i][1]*b[1][j]) % 1000000007
		}
	}
	return
}

func fib(n uint64) uint64 {
	r, f := m2{{1, 0}, {0, 1}}, m2{{1, 1}, {1, 0}}
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			r = r.mul(f)
		}
		f = f.mul(f)
	}
	return r[0][1]
}

func main() {
	a := matrix{{2, 0, 1}, {1, 3, 2}, {1, 1, 4}}
	b := matrix{{1, 2}, {3, 4}, {5, 6}}
	fmt.Println(a.mul(b), b.transpose())
	inv, det, ok := a.inverse()
	fmt.Println(det, ok)
	for _, row := range a.mul(inv) {
		fmt.Printf("%.3f\n", row)
	}
	_, _, ok = matrix{{1, 2}, {2, 4}}.inverse()
	fmt.Println(ok, identity(2))
	fmt.Println(fib(10), fib(90), fib(1<<60))
	n := 60
	x := zero(n, n)
	for i := range x {
		for j := range x[i] {
			x[i][j] = float64((i*j)%7) - 3
		}
	}
	y := x.mul(x.transpose())
	trace := 0.0
	for i := range y {
		trace += y[i][i]
	}
	fmt.Println(trace)
	defer func() { fmt.Println(recover()) }()
	b.mul(b)
}
