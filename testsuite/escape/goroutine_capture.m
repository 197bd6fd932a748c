# command-line-arguments
./goroutine_capture.go:10:6: moved to heap: wg
./goroutine_capture.go:11:17: make([]int, 4) escapes to heap
./goroutine_capture.go:14:6: func literal escapes to heap
./goroutine_capture.go:20:13: ... argument does not escape
./goroutine_capture.go:20:14: results does not escape
