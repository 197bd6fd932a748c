# command-line-arguments
./sprintf_slice.go:9:32: ... argument does not escape
./sprintf_slice.go:9:46: i does not escape
./sprintf_slice.go:14:26: ... argument does not escape
./sprintf_slice.go:14:33: labels(4) does not escape
