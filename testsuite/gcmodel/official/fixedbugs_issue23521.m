issue23521.go:16:6: can inline f
issue23521.go:28:6: can inline g
issue23521.go:32:6: can inline f2
issue23521.go:41:6: can inline g2
issue23521.go:29:10: inlining call to f
issue23521.go:42:11: inlining call to f2
