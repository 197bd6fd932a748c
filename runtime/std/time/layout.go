package time

import "errors"

// Layouts for Format and Parse: how they would show January 2, 15:04:05, 2006, seven hours west of UTC.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// Elements of a layout.
const (
	elemNone = iota
	elemLongMonth
	elemMonth
	elemNumMonth
	elemZeroMonth
	elemLongWeekday
	elemWeekday
	elemDay
	elemUnderDay
	elemZeroDay
	elemUnderYearDay
	elemZeroYearDay
	elemHour
	elemHour12
	elemZeroHour12
	elemMinute
	elemZeroMinute
	elemSecond
	elemZeroSecond
	elemLongYear
	elemYear
	elemPM
	elempm
	elemTZ
	elemZone // numeric zones: the form is in the higher bits
	elemFraction0
	elemFraction9

	elemMask = 0xFF

	zoneZ       = 1 << 8 // Z for UTC
	zoneColon   = 1 << 9
	zoneSeconds = 1 << 10
	zoneShort   = 1 << 11 // hours alone

	fractionShift = 12 // number of digits
	fractionComma = 1 << 20
)

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// zoneElem is the numeric zone that s begins with after its - or Z.
func zoneElem(s string) (elem, n int) {
	switch {
	case hasPrefix(s, "070000"):
		return zoneSeconds, 6
	case hasPrefix(s, "07:00:00"):
		return zoneColon | zoneSeconds, 8
	case hasPrefix(s, "0700"):
		return 0, 4
	case hasPrefix(s, "07:00"):
		return zoneColon, 5
	case hasPrefix(s, "07"):
		return zoneShort, 2
	}
	return -1, 0
}

// nextElem finds the first element of a layout.
func nextElem(layout string) (before string, elem int, after string) {
	for i := 0; i < len(layout); i++ {
		s := layout[i:]
		e, n := elemNone, 0
		switch s[0] {
		case 'J':
			if hasPrefix(s, "Jan") {
				e, n = elemMonth, 3
				if hasPrefix(s, "January") {
					e, n = elemLongMonth, 7
				} else if len(s) > 3 && 'a' <= s[3] && s[3] <= 'z' {
					e = elemNone
				}
			}
		case 'M':
			if hasPrefix(s, "Mon") {
				e, n = elemWeekday, 3
				if hasPrefix(s, "Monday") {
					e, n = elemLongWeekday, 6
				} else if len(s) > 3 && 'a' <= s[3] && s[3] <= 'z' {
					e = elemNone
				}
			} else if hasPrefix(s, "MST") {
				e, n = elemTZ, 3
			}
		case '0':
			if len(s) >= 2 && '1' <= s[1] && s[1] <= '6' {
				n = 2
				switch s[1] {
				case '1':
					e = elemZeroMonth
				case '2':
					e = elemZeroDay
				case '3':
					e = elemZeroHour12
				case '4':
					e = elemZeroMinute
				case '5':
					e = elemZeroSecond
				case '6':
					e = elemYear
				}
			} else if hasPrefix(s, "002") {
				e, n = elemZeroYearDay, 3
			}
		case '1':
			if hasPrefix(s, "15") {
				e, n = elemHour, 2
			} else {
				e, n = elemNumMonth, 1
			}
		case '2':
			if hasPrefix(s, "2006") {
				e, n = elemLongYear, 4
			} else {
				e, n = elemDay, 1
			}
		case '_':
			switch {
			case hasPrefix(s, "_2006"):
				return layout[:i+1], elemLongYear, layout[i+5:]
			case hasPrefix(s, "_2"):
				e, n = elemUnderDay, 2
			case hasPrefix(s, "__2"):
				e, n = elemUnderYearDay, 3
			}
		case '3':
			e, n = elemHour12, 1
		case '4':
			e, n = elemMinute, 1
		case '5':
			e, n = elemSecond, 1
		case 'P':
			if hasPrefix(s, "PM") {
				e, n = elemPM, 2
			}
		case 'p':
			if hasPrefix(s, "pm") {
				e, n = elempm, 2
			}
		case '-', 'Z':
			if z, k := zoneElem(s[1:]); k > 0 {
				e, n = elemZone|z, k+1
				if s[0] == 'Z' {
					e |= zoneZ
				}
			}
		case '.', ',':
			if len(s) >= 2 && (s[1] == '0' || s[1] == '9') {
				n = 1
				for n < len(s) && s[n] == s[1] {
					n++
				}
				if n < len(s) && '0' <= s[n] && s[n] <= '9' {
					n = 0
					break
				}
				e = elemFraction0
				if s[1] == '9' {
					e = elemFraction9
				}
				e |= (n - 1) << fractionShift
				if s[0] == ',' {
					e |= fractionComma
				}
			}
		}
		if e != elemNone {
			return layout[:i], e, layout[i+n:]
		}
	}
	return layout, elemNone, ""
}

// appendInt appends x with at least width digits.
func appendInt(b []byte, x int, width int) []byte {
	if x < 0 {
		b = append(b, '-')
		x = -x
	}
	var buf [20]byte
	w := integer(buf[:], uint64(x))
	for n := len(buf) - w; n < width; n++ {
		b = append(b, '0')
	}
	return append(b, buf[w:]...)
}

func appendFraction(b []byte, nsec, elem int) []byte {
	n := elem >> fractionShift & 0xFF
	var d [9]byte
	for i := 8; i >= 0; i-- {
		d[i] = byte(nsec%10) + '0'
		nsec /= 10
	}
	trim := elem&elemMask == elemFraction9
	end := min(n, 9)
	if trim {
		for end > 0 && d[end-1] == '0' {
			end--
		}
		if end == 0 {
			return b
		}
	}
	c := byte('.')
	if elem&fractionComma != 0 {
		c = ','
	}
	b = append(b, c)
	b = append(b, d[:end]...)
	for ; !trim && end < n; end++ {
		b = append(b, '0')
	}
	return b
}

func appendZone(b []byte, offset, elem int) []byte {
	if elem&zoneZ != 0 && offset == 0 {
		return append(b, 'Z')
	}
	z := offset / 60
	abs := offset
	if z < 0 {
		b = append(b, '-')
		z = -z
		abs = -abs
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, z/60, 2)
	if elem&zoneShort != 0 {
		return b
	}
	if elem&zoneColon != 0 {
		b = append(b, ':')
	}
	b = appendInt(b, z%60, 2)
	if elem&zoneSeconds != 0 {
		if elem&zoneColon != 0 {
			b = append(b, ':')
		}
		b = appendInt(b, abs%60, 2)
	}
	return b
}

// Format shows t by a layout.
func (t Time) Format(layout string) string {
	var buf [64]byte
	return string(t.AppendFormat(buf[:0], layout))
}

// AppendFormat appends t.Format(layout).
//
// What most elements stand for is a text or a number, appended in one place below: with a place for each, the array
// that b grows into would come from so many that the compiler no longer follows where b's own goes.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, offset, _, _, _ := t.loc.lookup(t.unixSec())
	s := t.sec() + int64(offset)
	days := floorDiv(s, secondsPerDay)
	s -= days * secondsPerDay
	hour, minute, sec := int(s/3600), int(s/60%60), int(s%60)
	year, month, day, yday := civil(days)
	for layout != "" {
		before, elem, after := nextElem(layout)
		b = append(b, before...)
		if elem == elemNone {
			break
		}
		layout = after
		// The text, then the number of that many digits at least, if width is not negative.
		text, n, width := "", 0, -1
		switch elem & elemMask {
		case elemYear:
			y := year
			if y < 0 {
				y = -y
			}
			n, width = y%100, 2
		case elemLongYear:
			n, width = year, 4
		case elemMonth:
			text = monthNames[month-1][:3]
		case elemLongMonth:
			text = monthNames[month-1]
		case elemNumMonth:
			n, width = int(month), 0
		case elemZeroMonth:
			n, width = int(month), 2
		case elemWeekday:
			text = dayNames[weekday(days)][:3]
		case elemLongWeekday:
			text = dayNames[weekday(days)]
		case elemDay:
			n, width = day, 0
		case elemUnderDay:
			if day < 10 {
				text = " "
			}
			n, width = day, 0
		case elemZeroDay:
			n, width = day, 2
		case elemUnderYearDay:
			switch {
			case yday < 10:
				text = "  "
			case yday < 100:
				text = " "
			}
			n, width = yday, 0
		case elemZeroYearDay:
			n, width = yday, 3
		case elemHour:
			n, width = hour, 2
		case elemHour12:
			n, width = (hour+11)%12+1, 0
		case elemZeroHour12:
			n, width = (hour+11)%12+1, 2
		case elemMinute:
			n, width = minute, 0
		case elemZeroMinute:
			n, width = minute, 2
		case elemSecond:
			n, width = sec, 0
		case elemZeroSecond:
			n, width = sec, 2
		case elemPM:
			text = "AM"
			if hour >= 12 {
				text = "PM"
			}
		case elempm:
			text = "am"
			if hour >= 12 {
				text = "pm"
			}
		case elemZone:
			b = appendZone(b, offset, elem)
		case elemTZ:
			text = name
			if name == "" {
				b = appendZone(b, offset, 0)
			}
		case elemFraction0, elemFraction9:
			b = appendFraction(b, int(t.nsec()), elem)
		}
		b = append(b, text...)
		if width >= 0 {
			b = appendInt(b, n, width)
		}
	}
	return b
}

// String is t with date, clock, zone, and the monotonic reading if there is one.
func (t Time) String() string {
	var room [80]byte
	b := t.AppendFormat(room[:0], "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		d := uint64(t.ext)
		sign := byte('+')
		if t.ext < 0 {
			sign = '-'
			d = -d
		}
		b = append(b, " m="...)
		b = append(b, sign)
		sec, ns := d/1e9, d%1e9
		b = appendInt(b, int(sec), 0)
		b = append(b, '.')
		b = appendInt(b, int(ns), 9)
	}
	return string(b)
}

// GoString is t as Go source.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, minute, sec := t.Clock()
	b := append([]byte(nil), "time.Date("...)
	b = appendInt(b, year, 0)
	if January <= month && month <= December {
		b = append(b, ", time."...)
		b = append(b, monthNames[month-1]...)
	}
	for _, n := range [...]int{day, hour, minute, sec, int(t.nsec())} {
		b = append(b, ", "...)
		b = appendInt(b, n, 0)
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(b, "time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, ')')
	}
	return string(append(b, ')'))
}

// MarshalText is t by RFC 3339.
func (t Time) MarshalText() ([]byte, error) { return t.AppendFormat(nil, RFC3339Nano), nil }

// MarshalJSON is t by RFC 3339 between quotation marks.
func (t Time) MarshalJSON() ([]byte, error) {
	b := t.AppendFormat([]byte{'"'}, RFC3339Nano)
	return append(b, '"'), nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	v, err := Parse(RFC3339, string(data))
	*t = v
	return err
}

// UnmarshalJSON reads RFC 3339 between quotation marks.
func (t *Time) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		return nil
	}
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	v, err := Parse(RFC3339, s[1:len(s)-1])
	*t = v
	return err
}
