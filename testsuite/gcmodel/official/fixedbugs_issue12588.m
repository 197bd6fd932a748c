issue12588.go:29:8: a does not escape
issue12588.go:38:8: leaking param: a to result ~r0 level=1
issue12588.go:47:9: leaking param: a to result ~r0 level=1
issue12588.go:58:8: leaking param: a to result ~r0 level=0
issue12588.go:72:6: moved to heap: x1
issue12588.go:72:14: moved to heap: x3
