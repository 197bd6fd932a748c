// Package testdeps is what generated main programs of tests give to package testing.
package testdeps

import "regexp"

// ImportPath is the path of the package that is tested; the generated program sets it.
var ImportPath string

// ExitCode is what the tests came to; the generated program exits with it if TestMain returns.
var ExitCode int

// TestDeps is the argument of testing.MainStart.
type TestDeps struct{}

// ImportPath is the path of the package that is tested.
func (TestDeps) ImportPath() string { return ImportPath }

var (
	lastPattern string
	last        *regexp.Regexp
)

// MatchString reports whether str matches the expression pat.
func (TestDeps) MatchString(pat, str string) (bool, error) {
	if last == nil || lastPattern != pat {
		re, err := regexp.Compile(pat)
		if err != nil {
			return false, err
		}
		last, lastPattern = re, pat
	}
	return last.MatchString(str), nil
}

// SetExitCode tells what the tests came to.
func (TestDeps) SetExitCode(code int) { ExitCode = code }
