# command-line-arguments
./closure_returned.go:8:9: func literal does not escape
./closure_returned.go:19:13: ... argument does not escape
./closure_returned.go:19:18: next() does not escape
./closure_returned.go:19:27: other() does not escape
