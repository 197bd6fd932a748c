package os

import (
	"internal/sys"
	"io"
	"io/fs"
	"time"
	"unsafe"
)

// FileInfo describes a file.
type FileInfo = fs.FileInfo

// DirEntry is an entry of a directory.
type DirEntry = fs.DirEntry

// fileStat is what the system says of a file.
type fileStat struct {
	name    string
	size    int64
	mode    FileMode
	modTime time.Time
	dev     uint64
	ino     uint64
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.modTime }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return nil }

// baseName is the last part of a path.
func baseName(name string) string {
	i := len(name)
	for i > 1 && name[i-1] == '/' {
		i--
	}
	name = name[:i]
	for i > 0 && name[i-1] != '/' {
		i--
	}
	if i == len(name) {
		return name
	}
	return name[i:]
}

// modeOf turns the system's mode into a FileMode.
func modeOf(m uint32) FileMode {
	mode := FileMode(m & 0777)
	switch m & 0xF000 {
	case 0x6000:
		mode |= ModeDevice
	case 0x2000:
		mode |= ModeDevice | ModeCharDevice
	case 0x4000:
		mode |= ModeDir
	case 0x1000:
		mode |= ModeNamedPipe
	case 0xA000:
		mode |= ModeSymlink
	case 0xC000:
		mode |= ModeSocket
	}
	if m&0x400 != 0 {
		mode |= ModeSetgid
	}
	if m&0x800 != 0 {
		mode |= ModeSetuid
	}
	if m&0x200 != 0 {
		mode |= ModeSticky
	}
	return mode
}

// statBuffer is a struct stat.
type statBuffer [18]uint64

func (b *statBuffer) info(name string) *fileStat {
	p := unsafe.Pointer(b)
	return &fileStat{
		name:    baseName(name),
		size:    int64(b[6]),
		mode:    modeOf(*(*uint32)(unsafe.Add(p, sys.StatModeAt))),
		modTime: time.Unix(int64(b[11]), int64(b[12])),
		dev:     b[0],
		ino:     b[1],
	}
}

func stat(op, name string, flags uintptr) (FileInfo, error) {
	var b statBuffer
	if r := pathCall(sys.Newfstatat, name, uintptr(unsafe.Pointer(&b)), flags); r < 0 {
		return nil, pathError(op, name, r)
	}
	return b.info(name), nil
}

// Stat describes a file; it follows symbolic links.
func Stat(name string) (FileInfo, error) { return stat("stat", name, 0) }

// Lstat describes a file or symbolic link.
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, 0x100) }

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	var b statBuffer
	if r := sys.Syscall(sys.Fstat, uintptr(f.fd), uintptr(unsafe.Pointer(&b)), 0, 0); r < 0 {
		return nil, f.failed("stat", r)
	}
	return b.info(f.name), nil
}

// SameFile reports whether two descriptions are of the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.dev == b.dev && a.ino == b.ino
}

// unixDirent is an entry whose description is read when asked for.
type unixDirent struct {
	parent string
	name   string
	typ    FileMode
}

func (d *unixDirent) Name() string            { return d.name }
func (d *unixDirent) IsDir() bool             { return d.typ.IsDir() }
func (d *unixDirent) Type() FileMode          { return d.typ }
func (d *unixDirent) Info() (FileInfo, error) { return Lstat(d.parent + "/" + d.name) }
func (d *unixDirent) String() string          { return fs.FormatDirEntry(d) }

// ReadDir returns up to n entries of a directory, all if n is not positive.
func (f *File) ReadDir(n int) (list []DirEntry, err error) {
	if f == nil {
		return nil, ErrInvalid
	}
	for n <= 0 || len(list) < n {
		name, kind, err := f.nextEntry()
		if err != nil {
			return list, err
		}
		if name == "" {
			if n > 0 && len(list) == 0 {
				return nil, io.EOF
			}
			break
		}
		d := &unixDirent{f.name, name, modeOf(uint32(kind) << 12).Type()}
		if kind == 0 {
			info, err := d.Info()
			if IsNotExist(err) {
				continue
			}
			if err != nil {
				return list, err
			}
			d.typ = info.Mode().Type()
		}
		list = append(list, d)
	}
	if list == nil {
		list = []DirEntry{}
	}
	return list, nil
}

// Readdir is ReadDir with descriptions.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list, err := f.ReadDir(n)
	infos := make([]FileInfo, 0, len(list))
	for _, d := range list {
		if info, err := d.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

// ReadDir lists a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, sys.ODirectory, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sortEntries(list)
	return list, err
}

// sortEntries is a heapsort by name.
func sortEntries(l []DirEntry) {
	down := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && l[c].Name() < l[c+1].Name() {
				c++
			}
			if l[i].Name() >= l[c].Name() {
				return
			}
			l[i], l[c] = l[c], l[i]
			i = c
		}
	}
	for i := len(l)/2 - 1; i >= 0; i-- {
		down(i, len(l))
	}
	for n := len(l) - 1; n > 0; n-- {
		l[0], l[n] = l[n], l[0]
		down(0, n)
	}
}

// Chtimes sets a file's access and modification times.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	t := [4]int64{atime.Unix(), int64(atime.Nanosecond()), mtime.Unix(), int64(mtime.Nanosecond())}
	return pathError("chtimes", name, pathCall(sys.Utimensat, name, uintptr(unsafe.Pointer(&t)), 0))
}

// dirFS is the tree below a directory.
type dirFS string

// DirFS is the file system below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

func (d dirFS) path(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	if d == "" {
		return "", &PathError{Op: op, Path: name, Err: &textError{"os: DirFS with empty root"}}
	}
	return string(d) + "/" + name, nil
}

func (d dirFS) Open(name string) (fs.File, error) {
	p, err := d.path("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(p)
	if err != nil {
		err.(*PathError).Path = name
		return nil, err
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	p, err := d.path("readfile", name)
	if err != nil {
		return nil, err
	}
	return ReadFile(p)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	p, err := d.path("readdir", name)
	if err != nil {
		return nil, err
	}
	return ReadDir(p)
}

func (d dirFS) Stat(name string) (fs.FileInfo, error) {
	p, err := d.path("stat", name)
	if err != nil {
		return nil, err
	}
	return Stat(p)
}

func (d dirFS) ReadLink(name string) (string, error) {
	full, err := d.path("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, shortError(err, name)
}

func (d dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := d.path("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, shortError(err, name)
}

// shortError has the name below the directory instead of the whole path.
func shortError(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}
