package fs

import "internal/oserror"

// GlobFS is a file system with a Glob of its own.
type GlobFS interface {
	FS

	// Glob is as the function Glob.
	Glob(pattern string) ([]string, error)
}

// Glob is the names of all files that match pattern as of path.Match, nil if there are none. The only error is
// path.ErrBadPattern.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if f, ok := fsys.(GlobFS); ok {
		return f.Glob(pattern)
	}
	if _, err := oserror.MatchPattern(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	slash := len(pattern) - 1
	for slash >= 0 && pattern[slash] != '/' {
		slash--
	}
	dir, file := ".", pattern[slash+1:]
	if slash >= 0 {
		dir = pattern[:slash]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, oserror.ErrBadPattern
		}
		if dirs, err = Glob(fsys, dir); err != nil {
			return nil, err
		}
	}
	for _, d := range dirs {
		entries, err := ReadDir(fsys, d)
		if err != nil {
			continue
		}
		for _, e := range entries {
			ok, err := oserror.MatchPattern(file, e.Name())
			if err != nil {
				return matches, err
			}
			if ok {
				name := e.Name()
				if d != "." {
					name = d + "/" + name
				}
				matches = append(matches, name)
			}
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
