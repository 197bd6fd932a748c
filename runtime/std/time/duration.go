// Package time measures and shows time.
package time

import "errors"

// Duration is a length of time in nanoseconds.
type Duration int64

// Units of duration.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String is d as "72h3m0.5s", with units below a second for short ones.
func (d Duration) String() string {
	var buf [32]byte
	w := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	if u < uint64(Second) {
		w--
		buf[w] = 's'
		prec := 0
		switch {
		case u == 0:
			return "0s"
		case u < uint64(Microsecond):
			w--
			buf[w] = 'n'
		case u < uint64(Millisecond):
			prec = 3
			w -= 2
			copy(buf[w:], "µ")
		default:
			prec = 6
			w--
			buf[w] = 'm'
		}
		w, u = fraction(buf[:w], u, prec)
		w = integer(buf[:w], u)
	} else {
		w--
		buf[w] = 's'
		w, u = fraction(buf[:w], u, 9)
		w = integer(buf[:w], u%60)
		u /= 60
		if u > 0 {
			w--
			buf[w] = 'm'
			w = integer(buf[:w], u%60)
			u /= 60
			if u > 0 {
				w--
				buf[w] = 'h'
				w = integer(buf[:w], u)
			}
		}
	}
	if d < 0 {
		w--
		buf[w] = '-'
	}
	return string(buf[w:])
}

// fraction writes v/10^prec's digits after the point to the end of buf, without zeros at the end.
func fraction(buf []byte, v uint64, prec int) (int, uint64) {
	w := len(buf)
	some := false
	for i := 0; i < prec; i++ {
		digit := v % 10
		some = some || digit != 0
		if some {
			w--
			buf[w] = byte(digit) + '0'
		}
		v /= 10
	}
	if some {
		w--
		buf[w] = '.'
	}
	return w, v
}

// integer writes v to the end of buf.
func integer(buf []byte, v uint64) int {
	w := len(buf)
	for {
		w--
		buf[w] = byte(v%10) + '0'
		v /= 10
		if v == 0 {
			return w
		}
	}
}

// Nanoseconds is d in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds is d in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds is d in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds is d in seconds.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }

// Minutes is d in minutes.
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }

// Hours is d in hours.
func (d Duration) Hours() float64 { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if uint64(r)+uint64(r) < uint64(m) {
			return d + r
		}
		if x := d - m + r; x < d {
			return x
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if x := d + m - r; x > d {
		return x
	}
	return maxDuration
}

// Abs is d without its sign.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// unitOf is a unit's length, 0 for none.
func unitOf(u string) uint64 {
	switch u {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration reads a duration as "-1h15m30.918s".
func ParseDuration(s string) (Duration, error) {
	whole := s
	bad := func() (Duration, error) { return 0, errors.New("time: invalid duration " + quote(whole)) }
	var d uint64
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return bad()
	}
	for s != "" {
		var v, f uint64
		scale := float64(1)
		digits := 0
		for ; s != "" && '0' <= s[0] && s[0] <= '9'; s = s[1:] {
			if v > 1<<63/10 {
				return bad()
			}
			v = v*10 + uint64(s[0]-'0')
			if v > 1<<63 {
				return bad()
			}
			digits++
		}
		if s != "" && s[0] == '.' {
			full := false
			for s = s[1:]; s != "" && '0' <= s[0] && s[0] <= '9'; s = s[1:] {
				digits++
				if full {
					continue
				}
				if f > (1<<63-1)/10 {
					full = true
					continue
				}
				y := f*10 + uint64(s[0]-'0')
				if y > 1<<63 {
					full = true
					continue
				}
				f = y
				scale *= 10
			}
		}
		if digits == 0 {
			return bad()
		}
		i := 0
		for i < len(s) && s[i] != '.' && (s[i] < '0' || s[i] > '9') {
			i++
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(whole))
		}
		unit := unitOf(s[:i])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:i]) + " in duration " + quote(whole))
		}
		s = s[i:]
		if v > 1<<63/unit {
			return bad()
		}
		v *= unit
		if f > 0 {
			v += uint64(float64(f) * (float64(unit) / scale))
			if v > 1<<63 {
				return bad()
			}
		}
		d += v
		if d > 1<<63 {
			return bad()
		}
	}
	if neg {
		return -Duration(d), nil
	}
	if d > 1<<63-1 {
		return bad()
	}
	return Duration(d), nil
}

// quote is s between quotation marks, with escapes for what does not print.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := make([]byte, 1, len(s)+2)
	b[0] = '"'
	for i, c := range s {
		if c >= 0x80 || c < ' ' {
			// An invalid byte is one byte; other runes are written byte by byte.
			n := 1
			if c >= 0x80 && c != 0xFFFD {
				n = len(string(c))
			} else if c == 0xFFFD && i+2 < len(s) && s[i:i+3] == "\uFFFD" {
				n = 3
			}
			for _, x := range []byte(s[i : i+n]) {
				b = append(b, '\\', 'x', hex[x>>4], hex[x&15])
			}
			continue
		}
		if c == '"' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, byte(c))
	}
	return string(append(b, '"'))
}
