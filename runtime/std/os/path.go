package os

import (
	"internal/sys"
	"strconv"
	"syscall"
	"unsafe"
)

// pathError is the error for a negative result of a system call, nil for others.
func pathError(op, path string, result int) error {
	if result >= 0 {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: syscall.Errno(-result)}
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, pathCall(sys.Mkdirat, name, uintptr(systemMode(perm)), 0))
}

// isDir reports whether path is a directory.
func isDir(path string) bool {
	r := pathCall(sys.Openat, path, uintptr(sys.ODirectory|syscall.O_CLOEXEC), 0)
	if r < 0 {
		return r == -int(syscall.EACCES)
	}
	sys.Syscall(sys.Close, uintptr(r), 0, 0, 0)
	return true
}

// MkdirAll makes a directory and those above it.
func MkdirAll(path string, perm FileMode) error {
	if isDir(path) {
		return nil
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil && isDir(path) {
		return nil
	}
	return err
}

const removeDir = 0x200 // AT_REMOVEDIR

// Remove removes a file or an empty directory.
func Remove(name string) error {
	r := pathCall(sys.Unlinkat, name, 0, 0)
	if r >= 0 {
		return nil
	}
	d := pathCall(sys.Unlinkat, name, removeDir, 0)
	if d >= 0 {
		return nil
	}
	if d != -int(syscall.ENOTDIR) {
		r = d
	}
	return pathError("remove", name, r)
}

// RemoveAll removes path and everything below it; a missing path is no error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if n := len(path); path[n-1] == '.' && (n == 1 || path[n-2] == '/') {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	f, oerr := OpenFile(path, sys.ODirectory, 0)
	if oerr != nil {
		return err
	}
	names, rerr := f.Readdirnames(-1)
	f.Close()
	if rerr != nil {
		return rerr
	}
	for _, name := range names {
		if e := RemoveAll(path + "/" + name); e != nil {
			return e
		}
	}
	err = Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	return err
}

// twoPaths makes a system call on two paths relative to the current directory.
func twoPaths(op string, number int, from, to string) error {
	p, q := cString(from), cString(to)
	r := -int(syscall.EINVAL)
	if p != nil && q != nil {
		r = sys.Syscall(number, atCurrentDir, uintptr(unsafe.Pointer(p)), atCurrentDir, uintptr(unsafe.Pointer(q)))
	}
	if r < 0 {
		return &LinkError{op, from, to, syscall.Errno(-r)}
	}
	return nil
}

// Rename moves a file.
func Rename(oldpath, newpath string) error { return twoPaths("rename", sys.Renameat, oldpath, newpath) }

// Link makes a second name for a file.
func Link(oldname, newname string) error {
	// The fifth argument, flags, is whatever the register holds on systems that look at it; 0 in practice.
	return twoPaths("link", sys.Linkat, oldname, newname)
}

// Symlink makes a symbolic link.
func Symlink(oldname, newname string) error {
	p, q := cString(oldname), cString(newname)
	r := -int(syscall.EINVAL)
	if p != nil && q != nil {
		r = sys.Syscall(sys.Symlinkat, uintptr(unsafe.Pointer(p)), atCurrentDir, uintptr(unsafe.Pointer(q)), 0)
	}
	if r < 0 {
		return &LinkError{"symlink", oldname, newname, syscall.Errno(-r)}
	}
	return nil
}

// Readlink is what a symbolic link says.
func Readlink(name string) (string, error) {
	for size := 256; ; size *= 2 {
		b := make([]byte, size)
		n := pathCall(sys.Readlinkat, name, uintptr(unsafe.Pointer(&b[0])), uintptr(size))
		if n < 0 {
			return "", pathError("readlink", name, n)
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

// Chdir changes the current directory.
func Chdir(dir string) error {
	p := cString(dir)
	if p == nil {
		return pathError("chdir", dir, -int(syscall.EINVAL))
	}
	return pathError("chdir", dir, sys.Syscall(sys.Chdir, uintptr(unsafe.Pointer(p)), 0, 0, 0))
}

// Getwd is the current directory.
func Getwd() (dir string, err error) {
	b := make([]byte, 4096)
	n := sys.Syscall(sys.Getcwd, uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), 0, 0)
	if n <= 0 {
		return "", NewSyscallError("getwd", syscall.Errno(-n))
	}
	return string(b[:n-1]), nil
}

// Chmod sets a file's permissions.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, pathCall(sys.Fchmodat, name, uintptr(systemMode(mode)), 0))
}

// Truncate sets a file's length.
func Truncate(name string, size int64) error {
	f, err := OpenFile(name, O_WRONLY, 0)
	if err != nil {
		return &PathError{Op: "truncate", Path: name, Err: underlying(err)}
	}
	defer f.Close()
	return f.Truncate(size)
}

// Pipe makes a pipe.
func Pipe() (r *File, w *File, err error) {
	var fds [2]int32
	n := sys.Syscall(sys.Pipe2, uintptr(unsafe.Pointer(&fds)), syscall.O_CLOEXEC, 0, 0)
	if n < 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(-n))
	}
	return NewFile(uintptr(fds[0]), "|0"), NewFile(uintptr(fds[1]), "|1"), nil
}

// IsPathSeparator reports whether c separates the parts of a path.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// TempDir is the directory for temporary files.
func TempDir() string {
	if d := Getenv("TMPDIR"); d != "" {
		return d
	}
	return "/tmp"
}

// UserHomeDir is the user's directory.
func UserHomeDir() (string, error) {
	if d := Getenv("HOME"); d != "" {
		return d, nil
	}
	return "", errHome
}

// UserCacheDir is where the user's programs keep what they can make again.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir is where the user's programs keep their settings.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, sub string) (string, error) {
	if d := Getenv(variable); d != "" {
		return d, nil
	}
	if d := Getenv("HOME"); d != "" {
		return d + sub, nil
	}
	return "", &textError{"neither $" + variable + " nor $HOME are defined"}
}

type textError struct{ s string }

func (e *textError) Error() string { return e.s }

var errHome error = &textError{"$HOME is not defined"}

// tempName puts a random number at the last star of pattern, or at its end.
func tempName(op, dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	star := -1
	for i := 0; i < len(pattern); i++ {
		if pattern[i] == '/' {
			return "", &PathError{Op: op, Path: pattern, Err: &textError{"pattern contains path separator"}}
		}
		if pattern[i] == '*' {
			star = i
		}
	}
	random := strconv.FormatUint(sys.Rand()%1e10, 10)
	name := pattern + random
	if star >= 0 {
		name = pattern[:star] + random + pattern[star+1:]
	}
	if dir[len(dir)-1] == '/' {
		return dir + name, nil
	}
	return dir + "/" + name, nil
}

// CreateTemp makes a file with a new name.
func CreateTemp(dir, pattern string) (*File, error) {
	for try := 0; ; try++ {
		name, err := tempName("createtemp", dir, pattern)
		if err != nil {
			return nil, err
		}
		f, err := OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) || try > 10000 {
			return f, err
		}
	}
}

// MkdirTemp makes a directory with a new name.
func MkdirTemp(dir, pattern string) (string, error) {
	for try := 0; ; try++ {
		name, err := tempName("mkdirtemp", dir, pattern)
		if err != nil {
			return "", err
		}
		err = Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) || try > 10000 {
			return "", err
		}
	}
}
