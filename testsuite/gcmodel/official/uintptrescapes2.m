uintptrescapes2.go:16:9: marking a as escaping uintptr
uintptrescapes2.go:19:9: marking a as escaping ...uintptr
uintptrescapes2.go:22:9: marking ~p0 as escaping uintptr
uintptrescapes2.go:25:9: marking ~p0 as escaping ...uintptr
uintptrescapes2.go:30:13: marking a as escaping uintptr
uintptrescapes2.go:33:13: marking a as escaping ...uintptr
uintptrescapes2.go:36:6: moved to heap: t
uintptrescapes2.go:41:6: moved to heap: t2
uintptrescapes2.go:47:6: moved to heap: v
uintptrescapes2.go:52:6: moved to heap: v
uintptrescapes2.go:53:4: ... argument escapes to heap
uintptrescapes2.go:57:6: moved to heap: v2
uintptrescapes2.go:58:4: ... argument escapes to heap
uintptrescapes2.go:63:6: moved to heap: v
uintptrescapes2.go:64:6: ... argument escapes to heap
