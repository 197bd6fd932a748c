package math

// Error and gamma functions. The coefficients are those of FreeBSD's msun (Sun Microsystems) and, for Gamma, of the
// Cephes library (Stephen L. Moshier); lists begin with the constant term.
var (
	erfP = [...]float64{1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05}
	erfQ = [...]float64{1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06}
	erfPA = [...]float64{-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03}
	erfQA = [...]float64{1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02}
	erfRA = [...]float64{-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00}
	erfSA = [...]float64{1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02}
	erfRB = [...]float64{-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02}
	erfSB = [...]float64{1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01}

	lgamA = [...]float64{7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03, 1.19270763183362067845e-03, 2.20862790713908385557e-04, 2.52144565451257326939e-05}
	lgamB = [...]float64{3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03, 5.10069792153511336608e-04, 1.08011567247583939954e-04, 4.48640949618915160150e-05}
	lgamT0 = [...]float64{4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03, -1.40346469989232843813e-03, 3.15632070903625950361e-04}
	lgamT1 = [...]float64{-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03, 8.81081882437654011382e-04, -3.12754168375120860518e-04}
	lgamT2 = [...]float64{6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03, -5.38595305356740546715e-04, 3.35529192635519073543e-04}
	lgamU = [...]float64{-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00, 9.77717527963372745603e-01, 2.28963728064692451092e-01, 1.33810918536787660377e-02}
	lgamV = [...]float64{1, 2.45597793713041134822e+00, 2.12848976379893395361e+00, 7.69285150456672783825e-01, 1.04222645593369134254e-01, 3.21709242282423911810e-03}
	lgamS = [...]float64{-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01, 1.46350472652464452805e-01, 2.66422703033638609560e-02, 1.84028451407337715652e-03, 3.19475326584100867617e-05}
	lgamR = [...]float64{1, 1.39200533467621045958e+00, 7.21935547567138069525e-01, 1.71933865632803078993e-01, 1.86459191715652901344e-02, 7.77942496381893596434e-04, 7.32668430744625636189e-06}
	lgamW = [...]float64{8.33333333333329678849e-02, -2.77777777728775536470e-03, 7.93650558643019558500e-04, -5.95187557450339963135e-04, 8.36339918996282139126e-04, -1.63092934096575273989e-03}

	gammaP = [...]float64{9.99999999999999996796e-01, 4.94214826801497100753e-01, 2.07448227648435975150e-01, 4.76367800457137231464e-02, 1.04213797561761569935e-02, 1.19135147006586384913e-03, 1.60119522476751861407e-04}
	gammaQ = [...]float64{1.00000000000000000320e+00, 7.14304917030273074085e-02, -2.34591795718243348568e-01, 3.58236398605498653373e-02, 1.18139785222060435552e-02, -4.45641913851797240494e-03, 5.39605580493303397842e-04, -2.31581873324120129819e-05}
	gammaS = [...]float64{8.33333333333482257126e-02, 3.47222221605458667310e-03, -2.68132617805781232825e-03, -2.29549961613378126380e-04, 7.87311395793093628397e-04}
)

// horner is c[0] + x·(c[1] + x·(…)).
func horner(x float64, c []float64) float64 {
	y := c[len(c)-1]
	for i := len(c) - 2; i >= 0; i-- {
		y = c[i] + x*y
	}
	return y
}

const erx = 8.45062911510467529297e-01

// erfTail is 1 - Erf(x) for x of 0.84375 to 28.
func erfTail(x float64) float64 {
	if x < 1.25 {
		s := x - 1
		return 1 - erx - horner(s, erfPA[:])/horner(s, erfQA[:])
	}
	s := 1 / (x * x)
	var r, q float64
	if x < 1/0.35 {
		r = horner(s, erfRA[:])
		q = horner(s, erfSA[:])
	} else {
		r = horner(s, erfRB[:])
		q = horner(s, erfSB[:])
	}
	z := Float64frombits(Float64bits(x) & 0xffffffff00000000)
	return Exp(-z*z-0.5625) * Exp((z-x)*(z+x)+r/q) / x
}

// Erf is the error function.
func Erf(x float64) float64 {
	switch {
	case x != x:
		return NaN()
	case IsInf(x, 1):
		return 1
	case IsInf(x, -1):
		return -1
	}
	neg := x < 0
	if neg {
		x = -x
	}
	var y float64
	switch {
	case x < 0x1p-28:
		y = 0.125 * (8.0*x + 1.02703333676410069053e+00*x)
	case x < 0.84375:
		z := x * x
		y = x + x*(horner(z, erfP[:])/horner(z, erfQ[:]))
	case x < 1.25:
		s := x - 1
		y = erx + horner(s, erfPA[:])/horner(s, erfQA[:])
	case x >= 6:
		y = 1 - 1e-300
	default:
		y = 1 - erfTail(x)
	}
	if neg {
		return -y
	}
	return y
}

// Erfc is 1 - Erf(x).
func Erfc(x float64) float64 {
	switch {
	case x != x:
		return NaN()
	case IsInf(x, 1):
		return 0
	case IsInf(x, -1):
		return 2
	}
	neg := x < 0
	if neg {
		x = -x
	}
	if x < 0.84375 {
		var t float64
		if x < 0x1p-56 {
			t = x
		} else {
			z := x * x
			y := horner(z, erfP[:]) / horner(z, erfQ[:])
			if x < 0.25 {
				t = x + x*y
			} else {
				t = 0.5 + (x*y + (x - 0.5))
			}
		}
		if neg {
			return 1 + t
		}
		return 1 - t
	}
	if x < 1.25 {
		s := x - 1
		t := horner(s, erfPA[:]) / horner(s, erfQA[:])
		if neg {
			return 1 + erx + t
		}
		return 1 - erx - t
	}
	if x < 28 {
		if neg && x > 6 {
			return 2
		}
		t := erfTail(x)
		if neg {
			return 2 - t
		}
		return t
	}
	if neg {
		return 2
	}
	return 0
}

// sinPi is sin(π·x).
func sinPi(x float64) float64 {
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	z := Floor(x)
	var n int
	if z != x {
		x = Mod(x, 2)
		n = int(x * 4)
	} else if x >= 1<<53 {
		x = 0
		n = 0
	} else {
		if x < 1<<52 {
			z = x + 1<<52
		}
		n = int(1 & Float64bits(z))
		x = float64(n)
		n <<= 2
	}
	switch n {
	case 0:
		x = Sin(Pi * x)
	case 1, 2:
		x = Cos(Pi * (0.5 - x))
	case 3, 4:
		x = Sin(Pi * (1 - x))
	case 5, 6:
		x = -Cos(Pi * (x - 1.5))
	default:
		x = Sin(Pi * (x - 2))
	}
	return -x
}

// Lgamma is the natural logarithm of |Gamma(x)|, and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int) {
	const (
		tc = 1.46163214496836224576e+00
		tf = -1.21486290535849611461e-01
		tt = -3.63867699703950536541e-18
	)
	sign = 1
	switch {
	case x != x:
		return x, 1
	case IsInf(x, 0):
		return Inf(1), 1
	case x == 0:
		if Signbit(x) {
			sign = -1
		}
		return Inf(1), sign
	}
	neg := x < 0
	if neg {
		x = -x
	}
	if x < 0x1p-70 {
		if neg {
			sign = -1
		}
		return -Log(x), sign
	}
	var nadj float64
	if neg {
		if x >= 1<<52 {
			return Inf(1), 1
		}
		t := sinPi(x)
		if t == 0 {
			return Inf(1), 1
		}
		nadj = Log(Pi / Abs(t*x))
		if t < 0 {
			sign = -1
		}
	}
	switch {
	case x == 1 || x == 2:
		if neg {
			lgamma = nadj
		}
		return lgamma, sign
	case x < 2:
		var y float64
		var i int
		if x <= 0.9 {
			lgamma = -Log(x)
			switch {
			case x >= (tc - 1 + 0.27):
				y = 1 - x
				i = 0
			case x >= (tc - 1 - 0.23):
				y = x - (tc - 1)
				i = 1
			default:
				y = x
				i = 2
			}
		} else {
			switch {
			case x >= tc+0.27:
				y = 2 - x
				i = 0
			case x >= tc-0.23:
				y = x - tc
				i = 1
			default:
				y = x - 1
				i = 2
			}
		}
		switch i {
		case 0:
			z := y * y
			p1 := horner(z, lgamA[:])
			p2 := z * horner(z, lgamB[:])
			lgamma += (y*p1 + p2) - 0.5*y
		case 1:
			z := y * y
			w := z * y
			p := z*horner(w, lgamT0[:]) - (tt - w*(horner(w, lgamT1[:])+y*horner(w, lgamT2[:])))
			lgamma += tf + p
		default:
			p1 := y * horner(y, lgamU[:])
			lgamma += -0.5*y + p1/horner(y, lgamV[:])
		}
	case x < 8:
		i := int(x)
		y := x - float64(i)
		lgamma = 0.5*y + y*horner(y, lgamS[:])/horner(y, lgamR[:])
		z := 1.0
		for k := i; k >= 3; k-- {
			z *= y + float64(k-1)
		}
		if i >= 3 {
			lgamma += Log(z)
		}
	case x < 1<<58:
		t := Log(x)
		z := 1 / x
		y := z * z
		lgamma = (x-0.5)*(t-1) + (4.18938533204672725052e-01 + z*horner(y, lgamW[:]))
	default:
		lgamma = x * (Log(x) - 1)
	}
	if neg {
		lgamma = nadj - lgamma
	}
	return lgamma, sign
}

// stirling is Gamma(x) for large x, as a product of two numbers.
func stirling(x float64) (float64, float64) {
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*horner(w, gammaS[:])
	y1 := Exp(x)
	y2 := 1.0
	if x > 143.01608 {
		v := Pow(x, 0.5*x-0.25)
		y1, y2 = v, v/y1
	} else {
		y1 = Pow(x, x-0.5) / y1
	}
	return y1, 2.506628274631000502417 * w * y2
}

// Gamma is the gamma function.
func Gamma(x float64) float64 {
	const euler = 0.57721566490153286060651209008240243104215933593992
	switch {
	case x < 0 && x == Floor(x) || IsInf(x, -1) || x != x:
		return NaN()
	case IsInf(x, 1):
		return Inf(1)
	case x == 0:
		return Copysign(Inf(1), x)
	}
	q := Abs(x)
	p := Floor(q)
	if q > 33 {
		if x >= 0 {
			y1, y2 := stirling(x)
			return y1 * y2
		}
		sign := 1
		if ip := int64(p); ip&1 == 0 {
			sign = -1
		}
		z := q - p
		if z > 0.5 {
			p++
			z = q - p
		}
		z = q * Sin(Pi*z)
		if z == 0 {
			return Inf(sign)
		}
		sq1, sq2 := stirling(q)
		a := Abs(z)
		d := a * sq1 * sq2
		if IsInf(d, 0) {
			z = Pi / a / sq1 / sq2
		} else {
			z = Pi / d
		}
		return float64(sign) * z
	}
	z := 1.0
	for x >= 3 {
		x--
		z *= x
	}
	for x < 0 {
		if x > -1e-09 {
			if x == 0 {
				return Inf(1)
			}
			return z / ((1 + euler*x) * x)
		}
		z /= x
		x++
	}
	for x < 2 {
		if x < 1e-09 {
			if x == 0 {
				return Inf(1)
			}
			return z / ((1 + euler*x) * x)
		}
		z /= x
		x++
	}
	if x == 2 {
		return z
	}
	x -= 2
	return z * horner(x, gammaP[:]) / horner(x, gammaQ[:])
}
