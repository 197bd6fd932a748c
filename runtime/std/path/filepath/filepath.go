// Package filepath takes file names of the operating system apart and puts them together.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

const (
	// Separator stands between the elements of a path.
	Separator = os.PathSeparator

	// ListSeparator stands between the paths of a list.
	ListSeparator = os.PathListSeparator
)

// Clean is the shortest path that means the same; see path.Clean.
func Clean(name string) string { return path.Clean(name) }

// IsLocal reports whether path stays below the directory that it is relative to, by its text alone.
func IsLocal(name string) bool {
	if name == "" || name[0] == Separator {
		return false
	}
	depth := 0
	for i := 0; i < len(name); {
		j := i
		for j < len(name) && name[j] != Separator {
			j++
		}
		switch name[i:j] {
		case "", ".":
		case "..":
			depth--
			if depth < 0 {
				return false
			}
		default:
			depth++
		}
		i = j + 1
	}
	return true
}

// Localize turns a slash-separated path that is valid for package io/fs into one of the operating system.
func Localize(name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", errInvalid
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return "", errInvalid
		}
	}
	return name, nil
}

var errInvalid = errors.New("invalid path")

// ToSlash has slashes for separators.
func ToSlash(name string) string { return name }

// FromSlash has separators for slashes.
func FromSlash(name string) string { return name }

// SplitList takes a list of paths, as in PATH, apart.
func SplitList(name string) []string {
	if name == "" {
		return []string{}
	}
	var list []string
	start := 0
	for i := 0; i < len(name); i++ {
		if name[i] == ListSeparator {
			list = append(list, name[start:i])
			start = i + 1
		}
	}
	return append(list, name[start:])
}

// Split cuts path behind its last separator.
func Split(name string) (dir, file string) { return path.Split(name) }

// Join puts separators between the elements that are not empty and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext is what follows the last dot of the last element, with the dot.
func Ext(name string) string { return path.Ext(name) }

// Base is the last element without trailing separators.
func Base(name string) string { return path.Base(name) }

// Dir is all but the last element, cleaned.
func Dir(name string) string { return path.Dir(name) }

// IsAbs reports whether the path does not depend on the working directory.
func IsAbs(name string) bool { return path.IsAbs(name) }

// VolumeName is the drive that a path begins with, which only Windows has.
func VolumeName(name string) string { return "" }

// HasPrefix reports whether p begins with prefix.
//
// Deprecated: it does not respect the boundaries of elements.
func HasPrefix(p, prefix string) bool { return len(p) >= len(prefix) && p[:len(prefix)] == prefix }

// Abs is path from the root on.
func Abs(name string) (string, error) {
	if IsAbs(name) {
		return Clean(name), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, name), nil
}

// Rel is targPath as seen from basePath: Join(basePath, result) means the same as targPath.
func Rel(basePath, targPath string) (string, error) {
	base, targ := Clean(basePath), Clean(targPath)
	if base == targ {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if targ == "." {
		targ = ""
	}
	if IsAbs(base) != IsAbs(targ) {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	// What the two have in common ends before b0 and t0.
	bl, tl := len(base), len(targ)
	b0, bi, t0, ti := 0, 0, 0, 0
	for bi < bl && ti < tl {
		for bi < bl && base[bi] != Separator {
			bi++
		}
		for ti < tl && targ[ti] != Separator {
			ti++
		}
		if targ[t0:ti] != base[b0:bi] {
			break
		}
		if bi < bl {
			bi++
		}
		if ti < tl {
			ti++
		}
		b0, t0 = bi, ti
	}
	end := b0
	for end < bl && base[end] != Separator {
		end++
	}
	if base[b0:end] == ".." {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	if b0 == bl {
		return targ[t0:], nil
	}
	up := []byte("..")
	for i := b0; i < bl; i++ {
		if base[i] == Separator {
			up = append(up, "/.."...)
		}
	}
	if t0 != tl {
		up = append(up, Separator)
		up = append(up, targ[t0:]...)
	}
	return string(up), nil
}
