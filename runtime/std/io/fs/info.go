package fs

import "time"

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// File is an open file of a file system.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// ReadDirFile is an open directory.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// FS is a file system.
type FS interface {
	Open(name string) (File, error)
}

// ReadDirFS is a file system that lists directories by itself.
type ReadDirFS interface {
	FS
	ReadDir(name string) ([]DirEntry, error)
}

// ReadFileFS is a file system that reads files by itself.
type ReadFileFS interface {
	FS
	ReadFile(name string) ([]byte, error)
}

// StatFS is a file system that describes files by itself.
type StatFS interface {
	FS
	Stat(name string) (FileInfo, error)
}

// ValidPath reports whether name is a slash-separated path without empty parts, "." and "..", or "." itself.
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	for {
		i := 0
		for i < len(name) && name[i] != '/' {
			i++
		}
		if part := name[:i]; part == "" || part == "." || part == ".." {
			return false
		}
		if i == len(name) {
			return true
		}
		name = name[i+1:]
	}
}

// FormatFileInfo is info on a line as of ls -l.
func FormatFileInfo(info FileInfo) string {
	size := info.Size()
	var digits [20]byte
	i := len(digits)
	for n := uint64(size); i == len(digits) || n > 0; n /= 10 {
		i--
		digits[i] = byte('0' + n%10)
	}
	s := info.Mode().String() + " " + string(digits[i:]) + " " + info.ModTime().Format(time.DateTime) + " " + info.Name()
	if info.IsDir() {
		s += "/"
	}
	return s
}

// FormatDirEntry is an entry's kind and name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	s := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		s += "/"
	}
	return s
}

type infoEntry struct{ info FileInfo }

func (e infoEntry) Name() string               { return e.info.Name() }
func (e infoEntry) IsDir() bool                { return e.info.IsDir() }
func (e infoEntry) Type() FileMode             { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error)    { return e.info, nil }
func (e infoEntry) String() string             { return FormatDirEntry(e) }

// FileInfoToDirEntry makes an entry of info, nil of nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}
