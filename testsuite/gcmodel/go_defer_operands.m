go_defer_operands.go:6:6: can inline f
go_defer_operands.go:7:6: can inline g
go_defer_operands.go:8:6: can inline h
go_defer_operands.go:9:6: can inline m
go_defer_operands.go:10:6: can inline s
go_defer_operands.go:11:6: can inline a
go_defer_operands.go:12:6: can inline i
go_defer_operands.go:13:6: can inline fp
go_defer_operands.go:21:2: can inline x.deferwrap4
go_defer_operands.go:26:2: can inline x.deferwrap9
go_defer_operands.go:36:11: can inline x.func2
go_defer_operands.go:37:2: can inline x.deferwrap20
go_defer_operands.go:43:2: can inline x.deferwrap26
go_defer_operands.go:18:2: can inline x.deferwrap1
go_defer_operands.go:19:2: can inline x.deferwrap2
go_defer_operands.go:20:2: can inline x.deferwrap3
go_defer_operands.go:22:2: can inline x.deferwrap5
go_defer_operands.go:23:2: can inline x.deferwrap6
go_defer_operands.go:24:2: can inline x.deferwrap7
go_defer_operands.go:25:2: can inline x.deferwrap8
go_defer_operands.go:27:2: can inline x.deferwrap10
go_defer_operands.go:28:2: can inline x.deferwrap11
go_defer_operands.go:29:2: can inline x.deferwrap12
go_defer_operands.go:30:2: can inline x.deferwrap13
go_defer_operands.go:31:2: can inline x.deferwrap14
go_defer_operands.go:32:2: can inline x.deferwrap15
go_defer_operands.go:33:2: can inline x.deferwrap16
go_defer_operands.go:34:2: can inline x.deferwrap17
go_defer_operands.go:35:11: can inline x.func1
go_defer_operands.go:35:2: can inline x.deferwrap18
go_defer_operands.go:36:2: can inline x.deferwrap19
go_defer_operands.go:38:2: can inline x.deferwrap21
go_defer_operands.go:39:2: can inline x.deferwrap22
go_defer_operands.go:40:2: can inline x.deferwrap23
go_defer_operands.go:41:2: can inline x.deferwrap24
go_defer_operands.go:42:2: can inline x.deferwrap25
go_defer_operands.go:46:6: can inline main
go_defer_operands.go:21:9: inlining call to h
go_defer_operands.go:26:9: inlining call to s
go_defer_operands.go:37:9: inlining call to g
go_defer_operands.go:43:9: inlining call to s
go_defer_operands.go:18:9: inlining call to g
go_defer_operands.go:19:9: inlining call to g
go_defer_operands.go:20:9: inlining call to h
go_defer_operands.go:22:9: inlining call to m
go_defer_operands.go:23:9: inlining call to m
go_defer_operands.go:24:9: inlining call to s
go_defer_operands.go:25:9: inlining call to s
go_defer_operands.go:27:9: inlining call to s
go_defer_operands.go:28:9: inlining call to a
go_defer_operands.go:29:9: inlining call to a
go_defer_operands.go:30:9: inlining call to a
go_defer_operands.go:31:9: inlining call to i
go_defer_operands.go:32:9: inlining call to i
go_defer_operands.go:33:9: inlining call to f
go_defer_operands.go:34:9: inlining call to f
go_defer_operands.go:35:10: inlining call to fp
go_defer_operands.go:36:10: inlining call to fp
go_defer_operands.go:38:9: inlining call to g
go_defer_operands.go:39:9: inlining call to f
go_defer_operands.go:40:9: inlining call to i
go_defer_operands.go:41:9: inlining call to a
go_defer_operands.go:42:9: inlining call to a
go_defer_operands.go:21:15: new(int) does not escape
go_defer_operands.go:26:16: []byte{...} does not escape
go_defer_operands.go:37:13: new(T) does not escape
go_defer_operands.go:17:8: leaking param: q
go_defer_operands.go:17:23: st does not escape
go_defer_operands.go:18:10: &T{...} does not escape
go_defer_operands.go:19:10: &T{...} does not escape
go_defer_operands.go:19:16: new(int) does not escape
go_defer_operands.go:22:22: map[int]*int{...} does not escape
go_defer_operands.go:23:22: map[int]*int{} does not escape
go_defer_operands.go:24:17: ([]byte)(st) does not escape
go_defer_operands.go:24:17: zero-copy string->[]byte conversion
go_defer_operands.go:25:14: make([]byte, 3) does not escape
go_defer_operands.go:27:16: []byte{...} does not escape
go_defer_operands.go:28:10: n does not escape
go_defer_operands.go:29:10: 3 does not escape
go_defer_operands.go:33:16: []*int{...} does not escape
go_defer_operands.go:33:23: new(int) does not escape
go_defer_operands.go:34:9: ... argument does not escape
go_defer_operands.go:35:11: func literal does not escape
go_defer_operands.go:36:11: func literal does not escape
go_defer_operands.go:38:15: &T{...} does not escape
go_defer_operands.go:39:9: ... argument does not escape
go_defer_operands.go:41:10: &T{...} does not escape
