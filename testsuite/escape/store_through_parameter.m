# command-line-arguments
./store_through_parameter.go:22:13: ... argument does not escape
./store_through_parameter.go:22:18: read(&b) does not escape
./store_through_parameter.go:22:28: read(&c) does not escape
