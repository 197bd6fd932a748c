// Package os is the operating system: files, arguments, environment, process.
package os

import (
	"errors"
	"internal/sys"
	"io"
	"io/fs"
	"syscall"
	"unsafe"
)

// Flags for OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Where Seek counts from; io has the same under better names.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// Names of the file system.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// Errors that can be tested for with errors.Is.
var (
	ErrInvalid                = fs.ErrInvalid
	ErrPermission             = fs.ErrPermission
	ErrExist                  = fs.ErrExist
	ErrNotExist               = fs.ErrNotExist
	ErrClosed                 = fs.ErrClosed
	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrDeadlineExceeded error = timeoutError{}
)

// PathError is an error of an operation on a path.
type PathError = fs.PathError

// File is an open file.
type File struct {
	fd     int
	name   string
	append bool
	dir    *dirBuffer
}

// The standard files.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// NewFile is a File for a descriptor.
func NewFile(fd uintptr, name string) *File {
	if int32(fd) < 0 {
		return nil
	}
	return &File{fd: int(fd), name: name}
}

// Name is the name that the file was opened by.
func (f *File) Name() string { return f.name }

// Fd is the descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// check finds files that cannot be used.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// failed is the error for a negative result of a system call.
func (f *File) failed(op string, result int) error {
	return &PathError{Op: op, Path: f.name, Err: syscall.Errno(-result)}
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for len(b) > 0 {
		k := sys.Write(f.fd, unsafe.Pointer(unsafe.SliceData(b)), len(b))
		if k < 0 {
			if syscall.Errno(-k) == syscall.EINTR {
				continue
			}
			if syscall.Errno(-k) == syscall.EPIPE && (f.fd == 1 || f.fd == 2) {
				brokenPipe()
			}
			return n, f.failed("write", k)
		}
		n += k
		b = b[k:]
	}
	return n, nil
}

// brokenPipe ends the process as a write to a closed pipe does by default.
func brokenPipe() {
	var act [8]uint64 // the default action
	sys.Syscall(sys.RtSigaction, uintptr(syscall.SIGPIPE), uintptr(unsafe.Pointer(&act)), 0, 8)
	pid := sys.Syscall(sys.Getpid, 0, 0, 0, 0)
	sys.Syscall(sys.Kill, uintptr(pid), uintptr(syscall.SIGPIPE), 0, 0)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Read reads up to len(b) bytes; at the end of the file 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	for {
		n = sys.Read(f.fd, unsafe.Pointer(unsafe.SliceData(b)), min(len(b), 1<<30))
		if n >= 0 {
			break
		}
		if syscall.Errno(-n) != syscall.EINTR {
			return 0, f.failed("read", n)
		}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt fills b from the given offset.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(b) > 0 {
		k := sys.Syscall(sys.Pread64, uintptr(f.fd), uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), uintptr(off))
		if k < 0 {
			return n, f.failed("read", k)
		}
		if k == 0 {
			return n, io.EOF
		}
		n += k
		b = b[k:]
		off += int64(k)
	}
	return n, nil
}

// WriteAt writes b at the given offset.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(b) > 0 {
		k := sys.Syscall(sys.Pwrite64, uintptr(f.fd), uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), uintptr(off))
		if k < 0 {
			return n, f.failed("write", k)
		}
		n += k
		b = b[k:]
		off += int64(k)
	}
	return n, nil
}

// Seek sets the offset of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (int64, error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	f.dir = nil
	r := sys.Syscall(sys.Lseek, uintptr(f.fd), uintptr(offset), uintptr(whence), 0)
	if r < 0 {
		return 0, f.failed("seek", r)
	}
	return int64(r), nil
}

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	r := sys.Syscall(sys.Close, uintptr(f.fd), 0, 0, 0)
	f.fd = -1
	f.dir = nil
	if r < 0 && syscall.Errno(-r) != syscall.EINTR {
		return f.failed("close", r)
	}
	return nil
}

// Sync writes the file's data to the disk.
func (f *File) Sync() error { return f.call("sync", sys.Fsync, 0) }

// Truncate sets the file's length.
func (f *File) Truncate(size int64) error { return f.call("truncate", sys.Ftruncate, uintptr(size)) }

// Chmod sets the file's permissions.
func (f *File) Chmod(mode FileMode) error {
	return f.call("chmod", sys.Fchmod, uintptr(systemMode(mode)))
}

func (f *File) call(op string, number int, arg uintptr) error {
	if err := f.check(op); err != nil {
		return err
	}
	if r := sys.Syscall(number, uintptr(f.fd), arg, 0, 0); r < 0 {
		return f.failed(op, r)
	}
	return nil
}

// ReadFrom copies r to the file.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(writerOnly{f}, r)
}

type writerOnly struct{ io.Writer }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file and opens it.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file with the given flags; perm is for new files.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	r := pathCall(sys.Openat, name, uintptr(flag|syscall.O_CLOEXEC), uintptr(systemMode(perm)))
	if r < 0 {
		return nil, &PathError{Op: "open", Path: name, Err: syscall.Errno(-r)}
	}
	return &File{fd: r, name: name, append: flag&O_APPEND != 0}, nil
}

const atCurrentDir = ^uintptr(99) // AT_FDCWD

// cString is s with a zero byte at its end, nil if s has one inside.
func cString(s string) *byte {
	b := make([]byte, len(s)+1)
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil
		}
		b[i] = s[i]
	}
	return &b[0]
}

// pathCall makes a system call whose first arguments are a directory descriptor and a path.
func pathCall(number int, path string, a, b uintptr) int {
	p := cString(path)
	if p == nil {
		return -int(syscall.EINVAL)
	}
	for {
		r := sys.Syscall(number, atCurrentDir, uintptr(unsafe.Pointer(p)), a, b)
		if r != -int(syscall.EINTR) {
			return r
		}
	}
}

// ReadFile reads all of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512
	if end, err := f.Seek(0, 2); err == nil && end > 0 && end < 1<<40 {
		size = max(size, int(end)+1)
	}
	f.Seek(0, 0)
	b := make([]byte, 0, size)
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return b, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// WriteFile makes or empties a file and writes data to it.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); cerr != nil && err == nil {
		err = cerr
	}
	return err
}

// FileMode is a file's kind and permissions.
type FileMode = fs.FileMode

// The bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// systemMode is m as the system's calls take it.
func systemMode(m FileMode) uint32 {
	s := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		s |= 0x800
	}
	if m&ModeSetgid != 0 {
		s |= 0x400
	}
	if m&ModeSticky != 0 {
		s |= 0x200
	}
	return s
}
