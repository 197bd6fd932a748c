package runtime

// complex128div is the quotient of two complex numbers, by real and imaginary part. The compiler calls it for `/`.
// Smith's method scales by the larger part of the divisor, so that intermediate results overflow late; where that
// gives no number, zeros and infinities follow annex G of the C standard, as in the official compiler.
func complex128div(a, b, c, d float64) (re, im float64) {
	if magnitude(c) >= magnitude(d) {
		ratio := d / c
		scale := c + ratio*d
		re = (a + b*ratio) / scale
		im = (b - a*ratio) / scale
	} else {
		ratio := c / d
		scale := d + ratio*c
		re = (a*ratio + b) / scale
		im = (b*ratio - a) / scale
	}
	if re == re && im == im {
		return re, im
	}
	inf := infinity()
	switch {
	case c == 0 && d == 0 && (a == a || b == b):
		re = withSign(inf, c) * a
		im = withSign(inf, c) * b
	case (infinite(a) || infinite(b)) && finite(c) && finite(d):
		a, b = unitOfInfinite(a), unitOfInfinite(b)
		re = inf * (a*c + b*d)
		im = inf * (b*c - a*d)
	case (infinite(c) || infinite(d)) && finite(a) && finite(b):
		c, d = unitOfInfinite(c), unitOfInfinite(d)
		re = 0 * (a*c + b*d)
		im = 0 * (b*c - a*d)
	}
	return re, im
}

func infinity() float64 {
	huge := 1e308
	return huge * 10
}

func magnitude(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

func finite(f float64) bool { return f-f == 0 }

func infinite(f float64) bool { return f == f && f-f != 0 }

func negative(f float64) bool { return f < 0 || f == 0 && 1/f < 0 }

func withSign(f, sign float64) float64 {
	if negative(f) != negative(sign) {
		return -f
	}
	return f
}

// unitOfInfinite is ±1 for infinities, else ±0.
func unitOfInfinite(f float64) float64 {
	if infinite(f) {
		return withSign(1, f)
	}
	return withSign(0, f)
}
