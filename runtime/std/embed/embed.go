// Package embed has the file system of files that a program carries: variables of type string, []byte or FS behind a
// //go:embed directive get the files that its patterns name.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS is a tree of files that cannot be changed. The compiler makes it: all files and the directories above them, whose
// names end in a slash, sorted by directory and then by name.
type FS struct {
	files *[]file
}

// file is a file or directory; its layout is known to the compiler.
type file struct {
	name string
	data string
}

// split cuts a name into directory and element; a trailing slash says that it is a directory.
func split(name string) (dir, elem string, isDir bool) {
	if n := len(name); n > 0 && name[n-1] == '/' {
		isDir = true
		name = name[:n-1]
	}
	i := len(name) - 1
	for i >= 0 && name[i] != '/' {
		i--
	}
	if i < 0 {
		return ".", name, isDir
	}
	return name[:i], name[i+1:], isDir
}

func (f *file) Name() string {
	_, elem, _ := split(f.name)
	return elem
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) IsDir() bool {
	_, _, isDir := split(f.name)
	return isDir
}

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

var root = &file{name: "./"}

// before orders names as the list is sorted.
func before(dir, elem, dir2, elem2 string) bool { return dir < dir2 || dir == dir2 && elem < elem2 }

// search is the first file that does not come before dir and elem.
func (f FS) search(dir, elem string) int {
	if f.files == nil {
		return 0
	}
	list := *f.files
	lo, hi := 0, len(list)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		d, e, _ := split(list[m].name)
		if before(d, e, dir, elem) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func (f FS) lookup(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." {
		return root
	}
	if f.files == nil {
		return nil
	}
	dir, elem, _ := split(name)
	i := f.search(dir, elem)
	if list := *f.files; i < len(list) {
		if d, e, _ := split(list[i].name); d == dir && e == elem {
			return &list[i]
		}
	}
	return nil
}

// readDir is the entries of a directory.
func (f FS) readDir(dir string) []file {
	if f.files == nil {
		return nil
	}
	list := *f.files
	i := f.search(dir, "")
	j := i
	for j < len(list) {
		if d, _, _ := split(list[j].name); d != dir {
			break
		}
		j++
	}
	return list[i:j]
}

// Open opens a file or directory.
func (f FS) Open(name string) (fs.File, error) {
	file := f.lookup(name)
	if file == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if file.IsDir() {
		return &openDir{file, f.readDir(name), 0}, nil
	}
	return &openFile{file, 0}, nil
}

// ReadDir is the entries of a directory.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := file.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	list := make([]fs.DirEntry, len(dir.files))
	for i := range list {
		list[i] = &dir.files[i]
	}
	return list, nil
}

// ReadFile is the content of a file.
func (f FS) ReadFile(name string) ([]byte, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	open, ok := file.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(open.f.data), nil
}

// openFile is an open file.
type openFile struct {
	f      *file
	offset int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.f, nil }

func (f *openFile) fail(op string, err error) error {
	return &fs.PathError{Op: op, Path: f.f.name, Err: err}
}

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.f.data)) {
		return 0, io.EOF
	}
	n := copy(b, f.f.data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.f.data))
	}
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, f.fail("seek", fs.ErrInvalid)
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, f.fail("read", fs.ErrInvalid)
	}
	n := copy(b, f.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// openDir is an open directory.
type openDir struct {
	f      *file
	files  []file
	offset int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.name, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.files) - d.offset
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	if count > 0 {
		n = min(n, count)
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.files[d.offset+i]
	}
	d.offset += n
	return list, nil
}
