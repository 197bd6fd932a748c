# command-line-arguments
./make_sizes.go:8:12: make([]int, n) does not escape
./make_sizes.go:17:12: make([]int, 16) does not escape
./make_sizes.go:24:26: ... argument does not escape
./make_sizes.go:24:34: dynamic(16) does not escape
./make_sizes.go:24:48: constant() does not escape
