escape4.go:14:6: can inline alloc
escape4.go:25:2: can inline f1.func1
escape4.go:29:6: can inline f1.func2
escape4.go:35:6: can inline f2
escape4.go:38:6: can inline f3
escape4.go:41:6: can inline f5
escape4.go:49:6: can inline f6
escape4.go:26:12: inlining call to alloc
escape4.go:30:12: inlining call to alloc
escape4.go:21:11: inlining call to alloc
escape4.go:27:3: inlining call to f1.func1
escape4.go:27:3: inlining call to alloc
escape4.go:14:12: moved to heap: x
escape4.go:30:12: moved to heap: x
escape4.go:21:11: moved to heap: x
escape4.go:27:3: moved to heap: x
escape4.go:29:6: func literal escapes to heap
escape4.go:38:19: 1 escapes to heap
escape4.go:45:10: new(T) escapes to heap
escape4.go:55:10: new(T) escapes to heap
escape4.go:26:12: moved to heap: x
