package path

import "internal/oserror"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = oserror.ErrBadPattern

// Match reports whether pattern matches all of name: * stands for any sequence and ? for any single character other
// than a slash, [a-z] and [^a-z] for a class, \ takes the meaning of the next character away.
func Match(pattern, name string) (matched bool, err error) { return oserror.MatchPattern(pattern, name) }
