live_uintptrkeepalive.go:32:6: can inline autotmpImplicit
live_uintptrkeepalive.go:37:6: can inline autotmpExplicit
live_uintptrkeepalive.go:42:6: can inline autotmpSyscall
live_uintptrkeepalive.go:47:6: can inline localImplicit
live_uintptrkeepalive.go:53:6: can inline localExplicit
live_uintptrkeepalive.go:59:6: can inline localSyscall
live_uintptrkeepalive.go:25:15: assuming ~p0 is unsafe uintptr
