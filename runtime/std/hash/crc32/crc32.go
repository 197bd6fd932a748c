// Package crc32 computes cyclic redundancy checks of 32 bits.
package crc32

import (
	"errors"
	"hash"
	"sync"
)

// Size is the number of bytes of a checksum.
const Size = 4

// Polynomials, the bit of the highest power lowest.
const (
	IEEE       = 0xedb88320 // of Ethernet, gzip, PNG and others
	Castagnoli = 0x82f63b78 // of iSCSI
	Koopman    = 0xeb31d82e
)

// Table is what Update needs of a polynomial: the checksum of each byte.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = newTable(IEEE)

// slicing is the checksums of bytes followed by up to seven zeros (Kounavis and Berry, slicing-by-8).
type slicing [8]Table

var (
	ieeeOnce, castagnoliOnce sync.Once
	ieeeSlicing              *slicing
	castagnoliSlicing        *slicing
	castagnoliTable          *Table
	castagnoliTableOnce      sync.Once
)

func newTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
		for j := 0; j < 8; j++ {
			if crc&1 == 1 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

func newSlicing(t *Table) *slicing {
	s := new(slicing)
	s[0] = *t
	for i := 0; i < 256; i++ {
		crc := s[0][i]
		for j := 1; j < 8; j++ {
			crc = s[0][crc&0xff] ^ crc>>8
			s[j][i] = crc
		}
	}
	return s
}

// MakeTable is the table of a polynomial; it must not be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		castagnoliTableOnce.Do(func() { castagnoliTable = newTable(Castagnoli) })
		return castagnoliTable
	}
	return newTable(poly)
}

// Update is the checksum crc continued with p.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	if len(p) >= 16 {
		var s *slicing
		if tab == IEEETable {
			ieeeOnce.Do(func() { ieeeSlicing = newSlicing(IEEETable) })
			s = ieeeSlicing
		} else if tab == castagnoliTable {
			castagnoliOnce.Do(func() { castagnoliSlicing = newSlicing(castagnoliTable) })
			s = castagnoliSlicing
		}
		if s != nil {
			for len(p) >= 8 {
				crc ^= uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
				crc = s[0][p[7]] ^ s[1][p[6]] ^ s[2][p[5]] ^ s[3][p[4]] ^
					s[4][crc>>24] ^ s[5][crc>>16&0xff] ^ s[6][crc>>8&0xff] ^ s[7][crc&0xff]
				p = p[8:]
			}
		}
	}
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE is the checksum of data with the polynomial IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New is a hash function that computes the checksum with a table; its sums are big-endian.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE is New(IEEETable).
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	s := d.crc
	return append(in, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "crc\x01"

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	t := tableSum(d.tab)
	b = append(b, magic...)
	b = append(b, byte(t>>24), byte(t>>16), byte(t>>8), byte(t))
	return d.Sum(b), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	if len(b) != len(magic)+8 {
		return errors.New("hash/crc32: invalid hash state size")
	}
	word := func(b []byte) uint32 { return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3]) }
	if tableSum(d.tab) != word(b[4:]) {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = word(b[8:])
	return nil
}

// tableSum is the checksum of a table.
func tableSum(t *Table) uint32 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = append(b, byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
		}
	}
	return ChecksumIEEE(b)
}
