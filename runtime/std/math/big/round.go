package big

// RoundingMode is how a result that does not fit is rounded.
type RoundingMode byte

const (
	ToNearestEven RoundingMode = iota // to the nearest, halves to an even digit
	ToNearestAway                     // to the nearest, halves away from zero
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// The modes of Int.Divide.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

var modeNames = [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}

// String is the name of the constant.
func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return "RoundingMode(" + NewInt(int64(i)).String() + ")"
}

// Accuracy says how a rounded result differs from the exact one.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String is the name of the constant.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + NewInt(int64(i)).String() + ")"
}

// ErrNaN is the panic of an operation whose result would be NaN.
type ErrNaN struct{ msg string }

func (err ErrNaN) Error() string { return err.msg }

// setRounded sets z to ±mant·2**exp, rounded to z's precision; sticky says that there is more below mant, which then has
// at least two bits more than the precision. Without precision nothing is rounded.
func (z *Float) setRounded(neg bool, mant nat, exp int64, sticky bool) *Float {
	z.neg = neg
	z.acc = Exact
	n := mant.bitLen()
	if n == 0 {
		z.form = zero
		z.mant = z.mant[:0]
		z.exp = 0
		return z
	}
	if extra := n - int(z.prec); z.prec > 0 && extra > 0 {
		half := mant.bit(uint(extra-1)) != 0
		rest := sticky || mant.lowBits(uint(extra-1))
		q := nat(nil).shr(mant, uint(extra))
		exp += int64(extra)
		if half || rest {
			up := false
			switch z.mode {
			case ToNearestEven:
				up = half && (rest || q.bit(0) != 0)
			case ToNearestAway:
				up = half
			case AwayFromZero:
				up = true
			case ToNegativeInf:
				up = neg
			case ToPositiveInf:
				up = !neg
			}
			if up {
				q = q.add(q, natOne)
			}
			z.acc = accuracy(up != neg)
		}
		mant = q
	}
	return z.setExact(mant, exp)
}

func accuracy(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

// setExact sets z to mant·2**exp with mant made odd; what is too large becomes infinite, what is too small zero.
func (z *Float) setExact(mant nat, exp int64) *Float {
	t := mant.trailingZeros()
	z.mant = z.mant.shr(mant, t)
	exp += int64(t)
	switch top := exp + int64(z.mant.bitLen()); {
	case top > MaxExp:
		z.form = inf
		z.acc = accuracy(!z.neg)
		z.mant, exp = z.mant[:0], 0
	case top < MinExp:
		z.form = zero
		z.acc = accuracy(z.neg)
		z.mant, exp = z.mant[:0], 0
	default:
		z.form = finite
	}
	z.exp = exp
	return z
}
