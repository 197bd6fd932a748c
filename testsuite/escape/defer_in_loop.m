# command-line-arguments
./defer_in_loop.go:13:20: ... argument does not escape
./defer_in_loop.go:13:33: i does not escape
./defer_in_loop.go:15:13: ... argument does not escape
./defer_in_loop.go:19:13: ... argument does not escape
./defer_in_loop.go:19:18: once() does not escape
