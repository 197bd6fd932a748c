# command-line-arguments
./global_slice.go:9:2: moved to heap: x
./global_slice.go:10:14: append escapes to heap
./global_slice.go:21:13: ... argument does not escape
./global_slice.go:21:17: len(all) does not escape
./global_slice.go:21:24: sum does not escape
