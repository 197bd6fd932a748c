// Package exec runs other programs.
package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ErrNotFound says that there is no such program.
var ErrNotFound = errors.New("executable file not found in $PATH")

// ErrDot says that a program was found in the working directory only because PATH has a dot.
var ErrDot = errors.New("cannot run executable found relative to current directory")

// Error is why a program was not found.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string { return "exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error() }

// Unwrap is the reason.
func (e *Error) Unwrap() error { return e.Err }

func findExecutable(file string) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	switch m := info.Mode(); {
	case m.IsDir():
		return isDirectory{}
	case m&0o111 == 0:
		return fs.ErrPermission
	}
	return nil
}

type isDirectory struct{}

func (isDirectory) Error() string { return "is a directory" }

// LookPath is the path of a program: a name with a slash is taken as it is, others are looked for in PATH.
func LookPath(file string) (string, error) {
	if strings.Contains(file, "/") {
		err := findExecutable(file)
		if err == nil {
			return file, nil
		}
		return "", &Error{file, err}
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if err := findExecutable(path); err == nil {
			if !filepath.IsAbs(path) {
				return path, &Error{file, ErrDot}
			}
			return path, nil
		}
	}
	return "", &Error{file, ErrNotFound}
}
