// Package oserror has the errors that packages os, io/fs and syscall share, and the matching of file names by patterns.
package oserror

import "errors"

// The errors behind fs.ErrInvalid and so on.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)
