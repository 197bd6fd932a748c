escape_unsafe.go:18:14: leaking param: p to result ~r0 level=0
escape_unsafe.go:25:6: moved to heap: x
escape_unsafe.go:30:6: moved to heap: x
escape_unsafe.go:35:6: moved to heap: x
escape_unsafe.go:43:19: leaking param: p
escape_unsafe.go:48:22: leaking param: p
escape_unsafe.go:55:20: leaking param: s to result ~r0 level=0
escape_unsafe.go:59:21: leaking param: s to result ~r0 level=0
escape_unsafe.go:63:18: s does not escape
escape_unsafe.go:63:28: leaking param: p
escape_unsafe.go:67:19: s does not escape
escape_unsafe.go:67:30: leaking param: p
