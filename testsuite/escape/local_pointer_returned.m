# command-line-arguments
./local_pointer_returned.go:16:13: ... argument does not escape
./local_pointer_returned.go:16:14: *a does not escape
./local_pointer_returned.go:16:18: *b does not escape
