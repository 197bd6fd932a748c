package fnv

import (
	"errors"
	"hash"
)

// What the states of the functions begin with.
const (
	magic32   = "fnv\x01"
	magic32a  = "fnv\x02"
	magic64   = "fnv\x03"
	magic64a  = "fnv\x04"
	magic128  = "fnv\x05"
	magic128a = "fnv\x06"
)

// state is the n bytes behind the magic.
func state(b []byte, magic string, n int) ([]byte, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != len(magic)+n {
		return nil, errors.New("hash/fnv: invalid hash state size")
	}
	return b[len(magic):], nil
}

func (s *sum32) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum32) Sum(in []byte) []byte {
	v := uint32(*s)
	return append(in, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32) Reset()         { *s = offset32 }
func (s *sum32) Size() int      { return 4 }
func (s *sum32) BlockSize() int { return 1 }
func (s *sum32) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum32) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic32...)), nil }

func (s *sum32) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic32, 4)
	if err != nil {
		return err
	}
	var v uint32
	for _, c := range state {
		v = v<<8 | uint32(c)
	}
	*s = sum32(v)
	return nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(data), nil
}

func (s *sum32a) Sum(in []byte) []byte {
	v := uint32(*s)
	return append(in, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (s *sum32a) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Reset()         { *s = offset32 }
func (s *sum32a) Size() int      { return 4 }
func (s *sum32a) BlockSize() int { return 1 }
func (s *sum32a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum32a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic32a...)), nil }

func (s *sum32a) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic32a, 4)
	if err != nil {
		return err
	}
	var v uint32
	for _, c := range state {
		v = v<<8 | uint32(c)
	}
	*s = sum32a(v)
	return nil
}

func (s *sum64) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum64) Sum(in []byte) []byte {
	v := uint64(*s)
	return append(in, byte(v>>56), byte(v>>48), byte(v>>40), byte(v>>32), byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64) Reset()         { *s = offset64 }
func (s *sum64) Size() int      { return 8 }
func (s *sum64) BlockSize() int { return 1 }
func (s *sum64) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic64...)), nil }

func (s *sum64) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic64, 8)
	if err != nil {
		return err
	}
	var v uint64
	for _, c := range state {
		v = v<<8 | uint64(c)
	}
	*s = sum64(v)
	return nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(data), nil
}

func (s *sum64a) Sum(in []byte) []byte {
	v := uint64(*s)
	return append(in, byte(v>>56), byte(v>>48), byte(v>>40), byte(v>>32), byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (s *sum64a) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Reset()         { *s = offset64 }
func (s *sum64a) Size() int      { return 8 }
func (s *sum64a) BlockSize() int { return 1 }
func (s *sum64a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic64a...)), nil }

func (s *sum64a) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic64a, 8)
	if err != nil {
		return err
	}
	var v uint64
	for _, c := range state {
		v = v<<8 | uint64(c)
	}
	*s = sum64a(v)
	return nil
}

func (s *sum128) Write(data []byte) (int, error) {
	for _, c := range data {
		times128((*[2]uint64)(s))
		s[1] ^= uint64(c)
	}
	return len(data), nil
}

func (s *sum128) Sum(in []byte) []byte {
	in = append(in, byte(s[0]>>56), byte(s[0]>>48), byte(s[0]>>40), byte(s[0]>>32), byte(s[0]>>24), byte(s[0]>>16), byte(s[0]>>8), byte(s[0]))
	return append(in, byte(s[1]>>56), byte(s[1]>>48), byte(s[1]>>40), byte(s[1]>>32), byte(s[1]>>24), byte(s[1]>>16), byte(s[1]>>8), byte(s[1]))
}

func (s *sum128) Reset()         { *s = sum128{offset128High, offset128Low} }
func (s *sum128) Size() int      { return 16 }
func (s *sum128) BlockSize() int { return 1 }
func (s *sum128) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic128...)), nil }

func (s *sum128) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic128, 16)
	if err != nil {
		return err
	}
	*s = sum128{}
	for i, c := range state {
		s[i/8] = s[i/8]<<8 | uint64(c)
	}
	return nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	for _, c := range data {
		s[1] ^= uint64(c)
		times128((*[2]uint64)(s))
	}
	return len(data), nil
}

func (s *sum128a) Sum(in []byte) []byte {
	in = append(in, byte(s[0]>>56), byte(s[0]>>48), byte(s[0]>>40), byte(s[0]>>32), byte(s[0]>>24), byte(s[0]>>16), byte(s[0]>>8), byte(s[0]))
	return append(in, byte(s[1]>>56), byte(s[1]>>48), byte(s[1]>>40), byte(s[1]>>32), byte(s[1]>>24), byte(s[1]>>16), byte(s[1]>>8), byte(s[1]))
}

func (s *sum128a) Reset()         { *s = sum128a{offset128High, offset128Low} }
func (s *sum128a) Size() int      { return 16 }
func (s *sum128a) BlockSize() int { return 1 }
func (s *sum128a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic128a...)), nil }

func (s *sum128a) UnmarshalBinary(b []byte) error {
	state, err := state(b, magic128a, 16)
	if err != nil {
		return err
	}
	*s = sum128a{}
	for i, c := range state {
		s[i/8] = s[i/8]<<8 | uint64(c)
	}
	return nil
}
