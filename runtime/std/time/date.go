package time

import "internal/sys"

// local is seconds since year 1 on the clock at t's location.
func (t *Time) local() int64 {
	s := t.sec()
	if t.loc != nil {
		_, offset, _, _, _ := t.loc.lookup(s - unixToInternal)
		s += int64(offset)
	}
	return s
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// civil turns days since January 1 of year 1 into a date. Years begin in March here, so that leap days come last.
func civil(days int64) (year int, month Month, day int, yday int) {
	z := days + 306 // since March 1 of year 0
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	y := yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = int(doy-(153*mp+2)/5) + 1
	if mp < 10 {
		month = Month(mp + 3)
	} else {
		month = Month(mp - 9)
		y++
	}
	year = int(y)
	if month >= March {
		yday = int(doy) + 59 + 1
		if isLeap(year) {
			yday++
		}
	} else {
		yday = int(doy) - 306 + 1
	}
	return year, month, day, yday
}

// daysTo is the days from January 1 of year 1 to a date.
func daysTo(year int64, month int, day int64) int64 {
	y := year
	m := int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 306
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

func (t *Time) days() int64 { return floorDiv(t.local(), secondsPerDay) }

// Date is t's year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	year, month, day, _ = civil(t.days())
	return year, month, day
}

// Year is t's year.
func (t Time) Year() int {
	y, _, _, _ := civil(t.days())
	return y
}

// Month is t's month.
func (t Time) Month() Month {
	_, m, _, _ := civil(t.days())
	return m
}

// Day is t's day of the month.
func (t Time) Day() int {
	_, _, d, _ := civil(t.days())
	return d
}

// YearDay is t's day of the year, from 1.
func (t Time) YearDay() int {
	_, _, _, d := civil(t.days())
	return d
}

// weekday of a number of days since January 1 of year 1, a Monday.
func weekday(days int64) Weekday {
	w := (days + 1) % 7
	if w < 0 {
		w += 7
	}
	return Weekday(w)
}

// Weekday is t's day of the week.
func (t Time) Weekday() Weekday { return weekday(t.days()) }

// ISOWeek is t's year and week by ISO 8601.
func (t Time) ISOWeek() (year, week int) {
	// The week's year is its Thursday's.
	d := t.days()
	d += int64(Thursday - (weekday(d)+6)%7 - 1)
	year, _, _, yday := civil(d)
	return year, (yday-1)/7 + 1
}

// Clock is t's hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	s := t.local()
	s -= floorDiv(s, secondsPerDay) * secondsPerDay
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}

// Hour is t's hour.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

// Minute is t's minute.
func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

// Second is t's second.
func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

// Nanosecond is t's nanosecond within the second.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// carry moves what exceeds base from lo to hi.
func carry(hi, lo, base int) (int, int) {
	if lo < 0 {
		n := (-lo-1)/base + 1
		hi -= n
		lo += n * base
	}
	if lo >= base {
		n := lo / base
		hi += n
		lo -= n * base
	}
	return hi, lo
}

// Date is the time with the given date and clock at loc; values out of range are carried over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = carry(year, m, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	s := (daysTo(int64(year), m+1, 1)+int64(day)-1)*secondsPerDay + int64(hour*3600+min*60+sec)
	unix := s - unixToInternal
	if loc != &utcLoc {
		// The offset depends on the time that is sought: try the offset there, then the one before or after.
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end {
				_, offset, _, _, _ = loc.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := Time{uint64(nsec), unix + unixToInternal, nil}
	t.setLoc(loc)
	return t
}

// Sleep waits for d.
func Sleep(d Duration) {
	if d > 0 {
		sys.Sleep(int64(d))
	} else {
		sys.Gosched()
	}
}
