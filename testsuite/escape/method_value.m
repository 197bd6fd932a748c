# command-line-arguments
./method_value.go:11:41: m.add does not escape
./method_value.go:15:8: m.add does not escape
./method_value.go:18:11: &meter{} does not escape
./method_value.go:21:13: ... argument does not escape
./method_value.go:21:15: m.total does not escape
./method_value.go:21:28: other.total does not escape
