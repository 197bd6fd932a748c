package time

import "errors"

const (
	versionMinutes = 1 // the zone in minutes
	versionSeconds = 2 // the zone has seconds too
)

// AppendBinary appends the time: a version, seconds, nanoseconds and the zone.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes, version, seconds := int16(-1), byte(versionMinutes), int8(0)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version = versionSeconds
			seconds = int8(offset % 60)
		}
		offset /= 60
		if offset < -32768 || offset == -1 || offset > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		minutes = int16(offset)
	}
	b = append(b, version)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.sec()>>uint(shift)))
	}
	n := t.nsec()
	b = append(b, byte(n>>24), byte(n>>16), byte(n>>8), byte(n), byte(minutes>>8), byte(minutes))
	if version == versionSeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// MarshalBinary is the time as bytes.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// UnmarshalBinary sets the time.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != versionMinutes && version != versionSeconds {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	want := 15
	if version == versionSeconds {
		want++
	}
	if len(data) != want {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	var sec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	var nsec int32
	for _, c := range data[9:13] {
		nsec = nsec<<8 | int32(c)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if version == versionSeconds {
		offset += int(int8(data[15]))
	}
	*t = Time{wall: uint64(nsec), ext: sec}
	if offset == -60 {
		t.setLoc(UTC)
	} else if _, local, _, _, _ := Local.lookup(t.unixSec()); offset == local {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }

// AppendText appends the time in the form of RFC 3339.
func (t Time) AppendText(b []byte) ([]byte, error) {
	text, err := t.MarshalText()
	return append(b, text...), err
}
