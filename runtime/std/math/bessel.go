package math

const (
	eulerGamma = 0.57721566490153286060651209008240243104215933593992

	// besselFar is from where on the asymptotic expansion is exact to the last bit.
	besselFar = 30.0
)

// besselList is J0(x) to Jn(x) for 0 < x < besselFar and at least the orders that matter: the recurrence is stable
// downwards (J. C. P. Miller), and J0 + 2·J2 + 2·J4 + … is 1.
func besselList(n int, x float64) []float64 {
	top := max(n, int(x)) + 40
	top += top & 1
	list := make([]float64, top+2)
	list[top] = 1e-290
	sum := 0.0
	for k := top; k > 0; k-- {
		list[k-1] = 2*float64(k)/x*list[k] - list[k+1]
		if Abs(list[k-1]) > 1e250 {
			for i := k - 1; i < len(list); i++ {
				list[i] *= 1e-250
			}
			sum *= 1e-250
		}
		if k > 1 && k&1 == 1 {
			sum += list[k-1]
		}
	}
	scale := 1 / (list[0] + 2*sum)
	for i := range list {
		list[i] *= scale
	}
	return list
}

// besselAsymptotic is Jn(x) and Yn(x) for a large x by Hankel's expansion; n is 0 or 1.
func besselAsymptotic(n int, x float64) (j, y float64) {
	mu := 4 * float64(n*n)
	p, q := 1.0, 0.0
	term := 1.0
	for k := 1; k < 60; k++ {
		d := float64(2*k - 1)
		next := term * (mu - d*d) / (float64(k) * 8 * x)
		if Abs(next) >= Abs(term) || Abs(next) < 1e-18 {
			break
		}
		term = next
		switch k & 3 {
		case 0:
			p += term
		case 1:
			q += term
		case 2:
			p -= term
		case 3:
			q -= term
		}
	}
	// cos and sin of x - π/4, times √2, without cancellation: the worse one from cos 2x.
	s, c := Sincos(x)
	cc, ss := c+s, s-c
	if x < MaxFloat64/2 {
		z := -Cos(x + x)
		if s*c < 0 {
			cc = z / ss
		} else {
			ss = z / cc
		}
	}
	if n == 1 {
		// The phase is a quarter turn later.
		cc, ss = ss, -cc
	}
	f := 1 / Sqrt(Pi*x)
	return f * (p*cc - q*ss), f * (p*ss + q*cc)
}

// J0 is the Bessel function of the first kind of order 0.
func J0(x float64) float64 { return Jn(0, x) }

// J1 is the Bessel function of the first kind of order 1.
func J1(x float64) float64 { return Jn(1, x) }

// Jn is the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	}
	// The function of -n at x is that of n at -x, and both have the sign of odd n.
	negative := false
	if n < 0 {
		n, x = -n, -x
	}
	if x < 0 {
		x = -x
		negative = n&1 == 1
	}
	var j float64
	switch {
	case x == 0:
		if n == 0 {
			j = 1
		}
	case n > 1 && x < 1e-5 || n <= 1 && x < 1e-8:
		// (x/2)ⁿ/n! is all there is.
		j = 1
		for k := 1; k <= n && j != 0; k++ {
			j *= x / 2 / float64(k)
		}
	case x < besselFar || float64(n) > x:
		j = besselList(n, x)[n]
	default:
		j, _ = besselAsymptotic(0, x)
		if n > 0 {
			next, _ := besselAsymptotic(1, x)
			for k := 1; k < n; k++ {
				j, next = next, 2*float64(k)/x*next-j
			}
			j = next
		}
	}
	if negative {
		return -j
	}
	return j
}

// Y0 is the Bessel function of the second kind of order 0.
func Y0(x float64) float64 { return Yn(0, x) }

// Y1 is the Bessel function of the second kind of order 1.
func Y1(x float64) float64 { return Yn(1, x) }

// Yn is the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		if n < 0 && n&1 == 1 {
			return Inf(1)
		}
		return Inf(-1)
	}
	negative := false
	if n < 0 {
		n = -n
		negative = n&1 == 1
	}
	y0, y1 := besselY(x)
	for k := 1; k < n && !IsInf(y1, -1); k++ {
		y0, y1 = y1, 2*float64(k)/x*y1-y0
	}
	y := y1
	if n == 0 {
		y = y0
	}
	if negative {
		return -y
	}
	return y
}

// besselY is Y0(x) and Y1(x), for small x by the series of Carl Neumann.
func besselY(x float64) (y0, y1 float64) {
	if x >= besselFar {
		_, y0 = besselAsymptotic(0, x)
		_, y1 = besselAsymptotic(1, x)
		return y0, y1
	}
	if x < 1e-8 {
		return 2 / Pi * (Log(x/2) + eulerGamma), -2 / Pi / x
	}
	list := besselList(1, x)
	var sum0, sum1 float64
	for k := (len(list) - 3) / 2; k >= 1; k-- {
		a := list[2*k] / float64(k)
		b := list[2*k+1] * float64(2*k+1) / float64(k*(k+1))
		if k&1 == 1 {
			a, b = -a, -b
		}
		sum0 += a
		sum1 += b
	}
	l := Log(x/2) + eulerGamma
	y0 = 2 / Pi * (l*list[0] - 2*sum0)
	y1 = 2 / Pi * ((l-1)*list[1] - list[0]/x - sum1)
	return y0, y1
}
