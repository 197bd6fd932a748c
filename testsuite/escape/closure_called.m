# command-line-arguments
./closure_called.go:15:9: func literal does not escape
./closure_called.go:17:12: []int{...} does not escape
./closure_called.go:18:13: ... argument does not escape
./closure_called.go:18:14: total does not escape
