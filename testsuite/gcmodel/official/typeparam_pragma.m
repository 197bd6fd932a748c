pragma.go:17:6: can inline main
