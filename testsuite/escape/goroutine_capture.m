# command-line-arguments
./goroutine_capture.go:11:17: make([]int, 4) does not escape
./goroutine_capture.go:20:13: ... argument does not escape
./goroutine_capture.go:20:14: results does not escape
