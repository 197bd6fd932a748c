# command-line-arguments
./loop_variable.go:25:12: ... argument does not escape
./loop_variable.go:25:14: n.value does not escape
./loop_variable.go:27:13: ... argument does not escape
./loop_variable.go:27:14: local does not escape
