package time

// parseZone reads a numeric zone.
func (f *fields) parseZone(elem int, value string) (string, error) {
	if elem&zoneZ != 0 && value != "" && value[0] == 'Z' {
		f.z = UTC
		return value[1:], nil
	}
	colon := 0
	if elem&zoneColon != 0 {
		colon = 1
	}
	n := 5 + colon
	if elem&zoneShort != 0 {
		n = 3
	} else if elem&zoneSeconds != 0 {
		n = 7 + 2*colon
	}
	if len(value) < n {
		return value, errBad
	}
	s := value[:n]
	if s[0] != '+' && s[0] != '-' {
		return value, errBad
	}
	part := func(i int) (int, error) {
		v, _, err := number(s[i:], true)
		return v, err
	}
	var minute, sec int
	hour, err := part(1)
	if n > 3 {
		if colon == 1 && s[3] != ':' || colon == 1 && n == 9 && s[6] != ':' {
			return value, errBad
		}
		if err == nil {
			minute, err = part(3 + colon)
		}
	}
	if n > 6 && err == nil {
		sec, err = part(5 + 2*colon)
	}
	if err != nil {
		return value, err
	}
	switch {
	case hour > 24:
		f.rangeText = "time zone offset hour"
	case minute > 60:
		f.rangeText = "time zone offset minute"
	case sec > 60:
		f.rangeText = "time zone offset second"
	}
	f.offset = (hour*60+minute)*60 + sec
	if s[0] == '-' {
		f.offset = -f.offset
	}
	return value[n:], nil
}

// zoneLength is how long the zone abbreviation is that s begins with.
func zoneLength(s string) (int, bool) {
	if len(s) < 3 {
		return 0, false
	}
	if len(s) >= 4 && (s[:4] == "ChST" || s[:4] == "MeST") {
		return 4, true
	}
	if s[:3] == "GMT" {
		return 3 + signedOffset(s[3:]), true
	}
	if s[0] == '+' || s[0] == '-' {
		n := signedOffset(s)
		return n, n > 0
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch n {
	case 5:
		return 5, s[4] == 'T'
	case 4:
		return 4, s[3] == 'T' || s[:4] == "WITA"
	case 3:
		return 3, true
	}
	return 0, false
}

// signedOffset is the length of a sign and hours from -23 to +23 at the start of s, 0 if there is none.
func signedOffset(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n := 1
	for isDigit(s, n) {
		n++
	}
	v, ok := atoi(s[1:n])
	if !ok || v > 23 {
		return 0
	}
	return n
}
