package time

import "errors"

// ParseError is a text that does not fit its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

var errBad = errors.New("bad value for field")

// Parse reads a time by a layout; without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation reads a time by a layout; without a zone it is at loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// number reads one or two digits, two if fixed.
func number(s string, fixed bool) (int, string, error) {
	if !isDigit(s, 0) {
		return 0, s, errBad
	}
	if !isDigit(s, 1) {
		if fixed {
			return 0, s, errBad
		}
		return int(s[0] - '0'), s[1:], nil
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], nil
}

// number3 reads one to three digits, three if fixed.
func number3(s string, fixed bool) (int, string, error) {
	n, i := 0, 0
	for i < 3 && isDigit(s, i) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || fixed && i != 3 {
		return 0, s, errBad
	}
	return n, s[i:], nil
}

func atoi(s string) (int, bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s, i) || n > 1e17 {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	if neg {
		n = -n
	}
	return n, s != ""
}

// oneOf finds which name s begins with, by its first n letters if n > 0; case does not count.
func oneOf(names []string, s string, n int) (int, string, error) {
	for i, name := range names {
		if n > 0 {
			name = name[:n]
		}
		if len(s) < len(name) {
			continue
		}
		ok := true
		for j := 0; j < len(name) && ok; j++ {
			a, b := name[j], s[j]
			ok = a == b || a|0x20 == b|0x20 && 'a' <= a|0x20 && a|0x20 <= 'z'
		}
		if ok {
			return i, s[len(name):], nil
		}
	}
	return -1, s, errBad
}

// fractionOf reads the fraction of a second in s[:n], whose first byte is a point or a comma.
func fractionOf(s string, n int) (nsec int, rangeText string, err error) {
	if s[0] != '.' && s[0] != ',' {
		return 0, "", errBad
	}
	digits := s[1:min(n, 10)]
	v, ok := atoi(digits)
	if !ok || digits[0] == '+' || digits[0] == '-' {
		return 0, "", errBad
	}
	for i := len(digits); i < 9; i++ {
		v *= 10
	}
	return v, "", nil
}

// skip takes the text between elements off value; a run of spaces in it stands for any number of them.
func skip(value, prefix string) (string, error) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, errBad
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, errBad
		}
		prefix = prefix[1:]
		value = value[1:]
	}
	return value, nil
}

// fields are what was read.
type fields struct {
	year, month, day, yday  int
	hour, minute, sec, nsec int
	pm, am                  bool
	z                       *Location
	offset                  int
	zone                    string
	rangeText               string
}

func parse(layout, value string, defaultLoc, local *Location) (Time, error) {
	wholeLayout, whole := layout, value
	f := fields{month: -1, day: -1, yday: -1, offset: -1}
	for {
		before, elem, after := nextElem(layout)
		elemText := layout[len(before) : len(layout)-len(after)]
		rest, err := skip(value, before)
		if err != nil {
			return Time{}, parseError(wholeLayout, whole, before, rest, "")
		}
		value = rest
		if elem == elemNone {
			if value != "" {
				return Time{}, parseError(wholeLayout, whole, "", value, ": extra text: " + quote(value))
			}
			break
		}
		layout = after
		hold := value
		value, err = f.parseElem(elem, value, layout)
		if f.rangeText != "" {
			return Time{}, parseError(wholeLayout, whole, elemText, value, ": " + f.rangeText + " out of range")
		}
		if err != nil {
			return Time{}, parseError(wholeLayout, whole, elemText, hold, "")
		}
	}
	if f.pm && f.hour < 12 {
		f.hour += 12
	} else if f.am && f.hour == 12 {
		f.hour = 0
	}
	if f.yday >= 0 {
		d, m := 0, 0
		if isLeap(f.year) {
			if f.yday == 31+29 {
				m, d = int(February), 29
			} else if f.yday > 31+29 {
				f.yday--
			}
		}
		if f.yday < 1 || f.yday > 365 {
			return Time{}, parseError(wholeLayout, whole, "", value, ": day-of-year out of range")
		}
		if m == 0 {
			// Year 2 is no leap year.
			_, mm, dd, _ := civil(365 + int64(f.yday) - 1)
			m, d = int(mm), dd
		}
		if f.month >= 0 && f.month != m {
			return Time{}, parseError(wholeLayout, whole, "", value, ": day-of-year does not match month")
		}
		f.month = m
		if f.day >= 0 && f.day != d {
			return Time{}, parseError(wholeLayout, whole, "", value, ": day-of-year does not match day")
		}
		f.day = d
	} else {
		if f.month < 0 {
			f.month = int(January)
		}
		if f.day < 0 {
			f.day = 1
		}
	}
	if f.day < 1 || f.day > daysIn(Month(f.month), f.year) {
		return Time{}, parseError(wholeLayout, whole, "", value, ": day out of range")
	}
	date := func(loc *Location) Time {
		return Date(f.year, Month(f.month), f.day, f.hour, f.minute, f.sec, f.nsec, loc)
	}
	if f.z != nil {
		return date(f.z), nil
	}
	if f.offset != -1 {
		t := date(UTC)
		t.addSec(-int64(f.offset))
		name, offset, _, _, _ := local.lookup(t.unixSec())
		if offset == f.offset && (f.zone == "" || name == f.zone) {
			t.setLoc(local)
			return t, nil
		}
		t.setLoc(FixedZone(clone(f.zone), f.offset))
		return t, nil
	}
	if f.zone != "" {
		t := date(UTC)
		if offset, ok := local.lookupName(f.zone, t.unixSec()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t, nil
		}
		offset := 0
		if len(f.zone) > 3 && f.zone[:3] == "GMT" {
			offset, _ = atoi(f.zone[3:])
			offset *= 3600
		}
		t.setLoc(FixedZone(clone(f.zone), offset))
		t.addSec(-int64(offset))
		return t, nil
	}
	return date(defaultLoc), nil
}

// parseError is a *ParseError, which keeps copies of the value's text: it may outlive that.
func parseError(layout, value, layoutElem, valueElem, message string) error {
	return &ParseError{layout, clone(value), layoutElem, clone(valueElem), message}
}

// clone is a copy of s.
func clone(s string) string { return string([]byte(s)) }

// parseElem reads an element of the layout; after is what follows in the layout.
func (f *fields) parseElem(elem int, value, after string) (string, error) {
	var err error
	switch elem & elemMask {
	case elemYear:
		if len(value) < 2 {
			return value, errBad
		}
		n, ok := atoi(value[:2])
		if !ok {
			return value, errBad
		}
		if n >= 69 {
			n += 1900
		} else {
			n += 2000
		}
		f.year = n
		return value[2:], nil
	case elemLongYear:
		if len(value) < 4 || !isDigit(value, 0) {
			return value, errBad
		}
		n, ok := atoi(value[:4])
		if !ok {
			return value, errBad
		}
		f.year = n
		return value[4:], nil
	case elemMonth:
		f.month, value, err = oneOf(monthNames[:], value, 3)
		f.month++
	case elemLongMonth:
		f.month, value, err = oneOf(monthNames[:], value, 0)
		f.month++
	case elemNumMonth, elemZeroMonth:
		f.month, value, err = number(value, elem == elemZeroMonth)
		if err == nil && (f.month <= 0 || f.month > 12) {
			f.rangeText = "month"
		}
	case elemWeekday:
		_, value, err = oneOf(dayNames[:], value, 3)
	case elemLongWeekday:
		_, value, err = oneOf(dayNames[:], value, 0)
	case elemDay, elemUnderDay, elemZeroDay:
		if elem == elemUnderDay && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		f.day, value, err = number(value, elem == elemZeroDay)
	case elemUnderYearDay, elemZeroYearDay:
		for i := 0; i < 2 && elem == elemUnderYearDay && value != "" && value[0] == ' '; i++ {
			value = value[1:]
		}
		f.yday, value, err = number3(value, elem == elemZeroYearDay)
	case elemHour:
		f.hour, value, err = number(value, false)
		if f.hour < 0 || 24 <= f.hour {
			f.rangeText = "hour"
		}
	case elemHour12, elemZeroHour12:
		f.hour, value, err = number(value, elem == elemZeroHour12)
		if f.hour < 0 || 12 < f.hour {
			f.rangeText = "hour"
		}
	case elemMinute, elemZeroMinute:
		f.minute, value, err = number(value, elem == elemZeroMinute)
		if f.minute < 0 || 60 <= f.minute {
			f.rangeText = "minute"
		}
	case elemSecond, elemZeroSecond:
		f.sec, value, err = number(value, elem == elemZeroSecond)
		if err != nil {
			break
		}
		if f.sec < 0 || 60 <= f.sec {
			f.rangeText = "second"
			break
		}
		// A fraction may follow even if the layout has none.
		if len(value) >= 2 && (value[0] == '.' || value[0] == ',') && isDigit(value, 1) {
			_, next, _ := nextElem(after)
			next &= elemMask
			if next == elemFraction0 || next == elemFraction9 {
				break
			}
			n := 2
			for isDigit(value, n) {
				n++
			}
			f.nsec, f.rangeText, err = fractionOf(value, n)
			value = value[n:]
		}
	case elemPM, elempm:
		if len(value) < 2 {
			return value, errBad
		}
		am, pm := "AM", "PM"
		if elem == elempm {
			am, pm = "am", "pm"
		}
		switch value[:2] {
		case pm:
			f.pm = true
		case am:
			f.am = true
		default:
			return value, errBad
		}
		return value[2:], nil
	case elemZone:
		return f.parseZone(elem, value)
	case elemTZ:
		if hasPrefix(value, "UTC") {
			f.z = UTC
			return value[3:], nil
		}
		n, ok := zoneLength(value)
		if !ok {
			return value, errBad
		}
		f.zone = value[:n]
		return value[n:], nil
	case elemFraction0:
		n := elem>>fractionShift&0xFF + 1
		if len(value) < n {
			return value, errBad
		}
		f.nsec, f.rangeText, err = fractionOf(value, n)
		if err == nil {
			value = value[n:]
		}
	case elemFraction9:
		if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value, 1) {
			break
		}
		i := 0
		for i+1 < len(value) && isDigit(value, i+1) {
			i++
		}
		f.nsec, f.rangeText, err = fractionOf(value, 1+i)
		value = value[1+i:]
	}
	return value, err
}
