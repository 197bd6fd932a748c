package time

import (
	"errors"
	"internal/sys"
	"sync"
	"unsafe"
)

// Location maps moments to the clocks of a place.
type Location struct {
	name  string
	zones []zone
	trans []transition
	rule  string // what comes after the last transition, as in the variable TZ
}

type zone struct {
	name   string
	offset int
	dst    bool
}

// transition is when (in Unix time) a zone begins to be in effect.
type transition struct {
	when int64
	zone uint8
}

const (
	alpha = -1 << 63  // the beginning of time
	omega = 1<<63 - 1 // its end
)

var (
	utcLoc    = Location{name: "UTC"}
	localLoc  Location
	localOnce sync.Once
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

// Local is where the program runs.
var Local *Location = &localLoc

func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	if l == &localLoc {
		localOnce.Do(initLocal)
	}
	return l
}

// String is the location's name.
func (l *Location) String() string { return l.get().name }

// FixedZone is a location that always has the same zone.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}}
}

// lookup is the zone at a time, and from when to when it is in effect.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, dst bool) {
	l = l.get()
	if len(l.zones) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	start, end = alpha, omega
	z := &l.zones[0]
	if len(l.trans) == 0 || sec < l.trans[0].when {
		// The first zone that is not daylight saving time.
		for i := range l.zones {
			if !l.zones[i].dst {
				z = &l.zones[i]
				break
			}
		}
		if len(l.trans) > 0 {
			end = l.trans[0].when
		}
	} else {
		lo, hi := 0, len(l.trans)
		for hi-lo > 1 {
			m := int(uint(lo+hi) >> 1)
			if sec < l.trans[m].when {
				hi = m
			} else {
				lo = m
			}
		}
		if hi < len(l.trans) {
			end = l.trans[hi].when
		}
		start = l.trans[lo].when
		z = &l.zones[l.trans[lo].zone]
		if lo == len(l.trans)-1 && l.rule != "" {
			if n, o, s, e, d, ok := byRule(l.rule, start, sec); ok {
				return n, o, s, e, d
			}
		}
	}
	return z.name, z.offset, start, end, z.dst
}

// lookupName finds the offset of a zone by its abbreviation, at about the given time.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	for i := range l.zones {
		if l.zones[i].name == name {
			n, o, _, _, _ := l.lookup(unix - int64(l.zones[i].offset))
			if n == name {
				return o, true
			}
		}
	}
	for i := range l.zones {
		if l.zones[i].name == name {
			return l.zones[i].offset, true
		}
	}
	return 0, false
}

var errLocationName = errors.New("time: invalid location name")

const zoneFolder = "/usr/share/zoneinfo/"

func initLocal() {
	name := "/etc/localtime"
	for i := 0; ; i++ {
		e := sys.Environ(i)
		if e == "" {
			break
		}
		if len(e) >= 3 && e[:3] == "TZ=" {
			name = e[3:]
			if name != "" && name[0] == ':' {
				name = name[1:]
			}
			if name == "" {
				name = "UTC"
			}
		}
	}
	localLoc.name = "Local"
	path := name
	if name != "" && name[0] != '/' {
		path = zoneFolder + name
	}
	if data, ok := readFile(path); ok {
		if l, err := LoadLocationFromTZData(name, data); err == nil {
			localLoc = *l
			if name[0] == '/' {
				localLoc.name = "Local"
			}
			return
		}
	}
	localLoc.name = "UTC"
}

// readFile reads a file of up to a megabyte.
func readFile(path string) ([]byte, bool) {
	p := append([]byte(path), 0)
	cwd := -100
	fd := sys.Syscall(sys.Openat, uintptr(cwd), uintptr(unsafe.Pointer(&p[0])), 0x80000, 0)
	if fd < 0 {
		return nil, false
	}
	var data []byte
	buf := make([]byte, 8192)
	for len(data) < 1<<20 {
		n := sys.Read(fd, unsafe.Pointer(&buf[0]), len(buf))
		if n <= 0 {
			break
		}
		data = append(data, buf[:n]...)
	}
	sys.Syscall(sys.Close, uintptr(fd), 0, 0, 0)
	return data, len(data) > 0
}

// LoadLocation finds a location by its name in the zone database, such as "Europe/Vienna".
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" {
		return UTC, nil
	}
	if name == "Local" {
		return Local, nil
	}
	bad := name[0] == '/' || name[0] == '\\'
	for i := 0; i < len(name); i++ {
		bad = bad || name[i] == '\\' || name[i] == '.' && i+1 < len(name) && name[i+1] == '.'
	}
	if bad {
		return nil, errLocationName
	}
	if data, ok := readFile(zoneFolder + name); ok {
		return LoadLocationFromTZData(name, data)
	}
	return nil, errors.New("unknown time zone " + name)
}

var errZoneData = errors.New("malformed time zone information")

func big(b []byte, n int) int64 {
	v := int64(int8(b[0]))
	for _, c := range b[1:n] {
		v = v<<8 | int64(c)
	}
	return v
}

// LoadLocationFromTZData makes a location of the contents of a zone file (RFC 8536).
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	const header = 44
	size := 4
	for {
		if len(data) < header || string(data[:4]) != "TZif" {
			return nil, errZoneData
		}
		var n [6]int // UTC flags, standard flags, leap seconds, transitions, zones, characters
		for i := range n {
			n[i] = int(big(data[20+4*i:], 4))
			if n[i] < 0 || n[i] > 1<<20 {
				return nil, errZoneData
			}
		}
		body := n[3]*size + n[3] + n[4]*6 + n[5] + n[2]*(size+4) + n[1] + n[0]
		if len(data) < header+body {
			return nil, errZoneData
		}
		if size == 4 && data[4] >= '2' {
			// The second part has the same with 64-bit times.
			data = data[header+body:]
			size = 8
			continue
		}
		l := &Location{name: name}
		times := data[header:]
		which := times[n[3]*size:]
		zones := which[n[3]:]
		chars := zones[n[4]*6:]
		for i := 0; i < n[4]; i++ {
			z := zones[6*i:]
			from := int(z[5])
			if from >= n[5] {
				return nil, errZoneData
			}
			to := from
			for to < n[5] && chars[to] != 0 {
				to++
			}
			l.zones = append(l.zones, zone{string(chars[from:to]), int(big(z, 4)), z[4] != 0})
		}
		if len(l.zones) == 0 {
			return nil, errZoneData
		}
		for i := 0; i < n[3]; i++ {
			if int(which[i]) >= n[4] {
				return nil, errZoneData
			}
			l.trans = append(l.trans, transition{big(times[i*size:], size), which[i]})
		}
		if len(l.trans) == 0 {
			l.trans = append(l.trans, transition{alpha, 0})
		}
		if rest := data[header+body:]; size == 8 && len(rest) > 2 && rest[0] == '\n' && rest[len(rest)-1] == '\n' {
			l.rule = string(rest[1 : len(rest)-1])
		}
		return l, nil
	}
}
