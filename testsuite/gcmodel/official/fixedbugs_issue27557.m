issue27557.go:31:7: t does not escape
issue27557.go:13:8: t.noescape does not escape
issue27557.go:32:7: leaking param: t
issue27557.go:18:6: moved to heap: t
issue27557.go:19:8: t.escape does not escape
issue27557.go:33:7: leaking param: t to result ~r0 level=0
issue27557.go:24:6: moved to heap: t
issue27557.go:25:8: t.returns does not escape
issue27557.go:35:7: leaking param: t
issue27557.go:38:6: moved to heap: t2
issue27557.go:39:9: t2.recursive does not escape
