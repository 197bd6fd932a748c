a.go:7:6: can inline F
a.go:20:6: can inline G
a.go:7:8: i does not escape
a.go:20:8: leaking param: i
a.go:22:7: moved to heap: i
a.go:24:7: moved to heap: i
a.go:26:7: moved to heap: i
a.go:28:17: moved to heap: i
a.go:30:2: moved to heap: i
b.go:12:14: inlining call to a.F
b.go:13:14: inlining call to a.F
b.go:14:14: inlining call to a.F
b.go:15:14: inlining call to a.F
b.go:19:9: inlining call to a.G
b.go:20:9: inlining call to a.G
b.go:21:9: inlining call to a.G
b.go:22:11: inlining call to a.G
b.go:23:11: inlining call to a.G
b.go:24:11: inlining call to a.G
b.go:13:15: 0 does not escape
b.go:14:15: 0 does not escape
b.go:15:15: "" does not escape
b.go:20:10: 1 does not escape
b.go:21:10: 2 does not escape
b.go:22:12: "" does not escape
b.go:23:20: ([]byte)(nil) does not escape
b.go:24:12: true does not escape
