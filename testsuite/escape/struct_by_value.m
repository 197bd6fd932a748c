# command-line-arguments
./struct_by_value.go:12:41: &pair{...} does not escape
./struct_by_value.go:17:13: ... argument does not escape
./struct_by_value.go:17:17: v.a + v.b does not escape
./struct_by_value.go:17:26: p.a + p.b does not escape
