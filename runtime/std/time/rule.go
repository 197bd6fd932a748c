package time

// Rules of the variable TZ, such as CET-1CEST,M3.5.0,M10.5.0/3 (POSIX, with the extensions of RFC 8536).

// byRule is the zone at sec, a time after last, the last transition that is known.
func byRule(s string, last, sec int64) (name string, offset int, start, end int64, dst, ok bool) {
	stdName, s, ok := ruleName(s)
	if !ok {
		return
	}
	stdOffset, s, ok := ruleOffset(s)
	if !ok {
		return
	}
	stdOffset = -stdOffset
	if s == "" || s[0] == ',' {
		return stdName, stdOffset, last, omega, false, true
	}
	dstName, s, ok := ruleName(s)
	if !ok {
		return
	}
	dstOffset := stdOffset + 3600
	if s != "" && s[0] != ',' {
		dstOffset, s, ok = ruleOffset(s)
		if !ok {
			return
		}
		dstOffset = -dstOffset
	}
	if s == "" {
		s = ",M3.2.0,M11.1.0"
	}
	if s[0] != ',' {
		return "", 0, 0, 0, false, false
	}
	from, s, ok := ruleDate(s[1:])
	if !ok || s == "" || s[0] != ',' {
		return "", 0, 0, 0, false, false
	}
	to, s, ok := ruleDate(s[1:])
	if !ok || s != "" {
		return "", 0, 0, 0, false, false
	}
	year, _, _, _ := civil(floorDiv(sec+unixToInternal, secondsPerDay))
	yearStart := daysTo(int64(year), 1, 1)*secondsPerDay - unixToInternal
	yearEnd := yearStart + 365*secondsPerDay // as in gc, leap years too
	a := yearStart + from.in(year) - int64(stdOffset)
	b := yearStart + to.in(year) - int64(dstOffset)
	inName, inOffset, outName, outOffset, inDST := dstName, dstOffset, stdName, stdOffset, true
	if b < a {
		a, b = b, a
		inName, inOffset, outName, outOffset, inDST = outName, outOffset, inName, inOffset, false
	}
	switch {
	case sec < a:
		return outName, outOffset, yearStart, a, !inDST, true
	case sec >= b:
		return outName, outOffset, b, yearEnd, !inDST, true
	}
	return inName, inOffset, a, b, inDST, true
}

func ruleName(s string) (name, rest string, ok bool) {
	if s != "" && s[0] == '<' {
		for i := range s {
			if s[i] == '>' {
				return s[1:i], s[i+1:], true
			}
		}
		return "", "", false
	}
	i := 0
	for i < len(s) && 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' {
		i++
	}
	return s[:i], s[i:], i >= 3
}

func ruleNumber(s string, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' && n <= most {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0 && n <= most
}

// ruleOffset reads [+-]hh[:mm[:ss]] as seconds.
func ruleOffset(s string) (offset int, rest string, ok bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	offset, s, ok = ruleNumber(s, 24*7)
	offset *= 3600
	for unit := 60; ok && unit >= 1 && s != "" && s[0] == ':'; unit /= 60 {
		var n int
		n, s, ok = ruleNumber(s[1:], 59)
		offset += n * unit
	}
	if neg {
		offset = -offset
	}
	return offset, s, ok
}

// rule is when in a year something happens.
type rule struct {
	kind byte // 'J' days without leap day from 1, 'D' days from 0, 'M' month, week, weekday
	mon  int
	week int
	day  int
	time int
}

func ruleDate(s string) (r rule, rest string, ok bool) {
	if s == "" {
		return
	}
	switch s[0] {
	case 'J':
		r.kind = 'J'
		r.day, s, ok = ruleNumber(s[1:], 365)
	case 'M':
		r.kind = 'M'
		r.mon, s, ok = ruleNumber(s[1:], 12)
		if ok = ok && r.mon > 0 && s != "" && s[0] == '.'; !ok {
			return
		}
		r.week, s, ok = ruleNumber(s[1:], 5)
		if ok = ok && r.week > 0 && s != "" && s[0] == '.'; !ok {
			return
		}
		r.day, s, ok = ruleNumber(s[1:], 6)
	default:
		r.kind = 'D'
		r.day, s, ok = ruleNumber(s, 365)
	}
	r.time = 2 * 3600
	if ok && s != "" && s[0] == '/' {
		r.time, s, ok = ruleOffset(s[1:])
	}
	return r, s, ok
}

// in is when the rule applies, in seconds from the start of the year.
func (r *rule) in(year int) int64 {
	var day int64
	switch r.kind {
	case 'J':
		day = int64(r.day) - 1
		if isLeap(year) && r.day >= 60 {
			day++
		}
	case 'D':
		day = int64(r.day)
	default:
		first := daysTo(int64(year), r.mon, 1)
		d := r.day - int(weekday(first))
		if d < 0 {
			d += 7
		}
		d += 7 * (r.week - 1)
		for d >= daysIn(Month(r.mon), year) {
			d -= 7
		}
		day = first + int64(d) - daysTo(int64(year), 1, 1)
	}
	return day*secondsPerDay + int64(r.time)
}
