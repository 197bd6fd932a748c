# command-line-arguments
./large_array.go:7:6: moved to heap: big
./large_array.go:15:13: ... argument does not escape
./large_array.go:15:14: sum does not escape
