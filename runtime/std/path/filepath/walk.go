package filepath

import (
	"io/fs"
	"os"
)

var (
	// SkipDir as the result of a function leaves the directory out, or the rest of the one that a file is in.
	SkipDir error = fs.SkipDir

	// SkipAll as the result of a function ends the walk.
	SkipAll error = fs.SkipAll
)

// WalkFunc is called by Walk for each file and directory; err is what went wrong with it.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for root and everything below it, in the order of names. Symbolic links are not followed.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk calls fn for root and everything below it, in the order of names. WalkDir does with fewer system calls.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, err := names(path)
	if failed := fn(path, info, err); err != nil || failed != nil {
		// If the directory could not be read, fn has said what to do about it.
		return failed
	}
	for _, name := range names {
		child := Join(path, name)
		info, err := os.Lstat(child)
		if err != nil {
			if err := fn(child, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(child, info, fn); err != nil {
			if err != SkipDir {
				return err
			}
			if !info.IsDir() {
				break
			}
		}
	}
	return nil
}

// names is the sorted names in a directory.
func names(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	list := make([]string, len(entries))
	for i, e := range entries {
		list[i] = e.Name()
	}
	return list, nil
}

// EvalSymlinks is path with all symbolic links resolved, cleaned.
func EvalSymlinks(path string) (string, error) {
	done := ""
	if IsAbs(path) {
		done = "/"
	}
	rest := path
	for links := 0; rest != ""; {
		i := 0
		for i < len(rest) && rest[i] != Separator {
			i++
		}
		part := rest[:i]
		for i < len(rest) && rest[i] == Separator {
			i++
		}
		rest = rest[i:]
		switch part {
		case "", ".":
			continue
		case "..":
			if done == "/" {
				continue
			}
			if done == "" || Base(done) == ".." {
				done = Join(done, "..")
			} else {
				done = Dir(done)
				if done == "." {
					done = ""
				}
			}
			continue
		}
		next := Join(done, part)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			done = next
			continue
		}
		links++
		if links > 255 {
			return "", errLinks
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		if rest != "" {
			target += "/" + rest
		}
		rest = target
	}
	return Clean(done), nil
}
