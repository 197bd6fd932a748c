package os

import (
	"internal/sys"
	"io"
	"unsafe"
)

// dirBuffer holds directory entries that were read and not yet returned.
type dirBuffer struct {
	buf  [8192]byte
	from int
	to   int
}

// nextEntry is the next entry's name and type (DT_*); "" at the end.
func (f *File) nextEntry() (name string, kind byte, err error) {
	if err := f.check("readdir"); err != nil {
		return "", 0, err
	}
	if f.dir == nil {
		f.dir = new(dirBuffer)
	}
	d := f.dir
	for {
		if d.from >= d.to {
			n := sys.Syscall(sys.Getdents64, uintptr(f.fd), uintptr(unsafe.Pointer(&d.buf)), uintptr(len(d.buf)), 0)
			if n < 0 {
				return "", 0, f.failed("readdirent", n)
			}
			if n == 0 {
				return "", 0, nil
			}
			d.from, d.to = 0, n
		}
		e := d.buf[d.from:d.to]
		size := int(e[16]) | int(e[17])<<8
		kind = e[18]
		text := e[19:size]
		for i, c := range text {
			if c == 0 {
				text = text[:i]
				break
			}
		}
		d.from += size
		if name = string(text); name != "." && name != ".." {
			return name, kind, nil
		}
	}
}

// Readdirnames returns the names of up to n entries of a directory, all if n is not positive.
func (f *File) Readdirnames(n int) (names []string, err error) {
	if f == nil {
		return nil, ErrInvalid
	}
	for n <= 0 || len(names) < n {
		name, _, err := f.nextEntry()
		if err != nil {
			return names, err
		}
		if name == "" {
			if n > 0 && len(names) == 0 {
				return nil, io.EOF
			}
			break
		}
		names = append(names, name)
	}
	return names, nil
}
