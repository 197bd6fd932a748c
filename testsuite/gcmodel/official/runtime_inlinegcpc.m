inlinegcpc.go:15:6: can inline pc
inlinegcpc.go:19:6: can inline cpc
inlinegcpc.go:23:6: can inline sp
inlinegcpc.go:27:6: can inline csp
inlinegcpc.go:20:11: inlining call to pc
inlinegcpc.go:28:11: inlining call to sp
