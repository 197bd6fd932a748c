inline_variadic.go:12:6: can inline head
inline_variadic.go:16:6: can inline f
inline_variadic.go:17:11: inlining call to head
inline_variadic.go:12:11: leaking param: xs to result ~r0 level=1
inline_variadic.go:17:11: ... argument does not escape
