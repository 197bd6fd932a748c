# command-line-arguments
./interface_variadic.go:13:12: ... argument does not escape
./interface_variadic.go:13:13: s does not escape
./interface_variadic.go:14:13: ... argument does not escape
./interface_variadic.go:14:14: n does not escape
./interface_variadic.go:14:17: s does not escape
