issue31573.go:9:6: can inline f
issue31573.go:12:2: can inline g.deferwrap1
issue31573.go:13:2: can inline g.deferwrap2
issue31573.go:14:2: can inline g.deferwrap3
issue31573.go:16:2: can inline g.deferwrap4
issue31573.go:17:2: can inline g.deferwrap5
issue31573.go:18:2: can inline g.deferwrap6
issue31573.go:19:2: can inline g.deferwrap7
issue31573.go:21:2: can inline g.gowrap8
issue31573.go:22:2: can inline g.gowrap9
issue31573.go:23:2: can inline g.gowrap10
issue31573.go:25:2: can inline g.gowrap11
issue31573.go:26:2: can inline g.gowrap12
issue31573.go:27:2: can inline g.gowrap13
issue31573.go:28:2: can inline g.gowrap14
issue31573.go:31:3: can inline g.deferwrap15
issue31573.go:32:3: can inline g.deferwrap16
issue31573.go:33:3: can inline g.deferwrap17
issue31573.go:35:3: can inline g.deferwrap18
issue31573.go:36:3: can inline g.deferwrap19
issue31573.go:37:3: can inline g.deferwrap20
issue31573.go:38:3: can inline g.deferwrap21
issue31573.go:40:3: can inline g.gowrap22
issue31573.go:41:3: can inline g.gowrap23
issue31573.go:42:3: can inline g.gowrap24
issue31573.go:44:3: can inline g.gowrap25
issue31573.go:45:3: can inline g.gowrap26
issue31573.go:46:3: can inline g.gowrap27
issue31573.go:47:3: can inline g.gowrap28
issue31573.go:12:9: inlining call to f
issue31573.go:13:9: inlining call to f
issue31573.go:14:9: inlining call to f
issue31573.go:16:9: inlining call to f
issue31573.go:17:9: inlining call to f
issue31573.go:18:9: inlining call to f
issue31573.go:19:9: inlining call to f
issue31573.go:21:6: inlining call to f
issue31573.go:22:6: inlining call to f
issue31573.go:23:6: inlining call to f
issue31573.go:25:6: inlining call to f
issue31573.go:26:6: inlining call to f
issue31573.go:27:6: inlining call to f
issue31573.go:28:6: inlining call to f
issue31573.go:31:10: inlining call to f
issue31573.go:32:10: inlining call to f
issue31573.go:33:10: inlining call to f
issue31573.go:35:10: inlining call to f
issue31573.go:36:10: inlining call to f
issue31573.go:37:10: inlining call to f
issue31573.go:38:10: inlining call to f
issue31573.go:40:7: inlining call to f
issue31573.go:41:7: inlining call to f
issue31573.go:42:7: inlining call to f
issue31573.go:44:7: inlining call to f
issue31573.go:45:7: inlining call to f
issue31573.go:46:7: inlining call to f
issue31573.go:47:7: inlining call to f
issue31573.go:13:9: ... argument does not escape
issue31573.go:13:13: new(int) does not escape
issue31573.go:14:9: ... argument does not escape
issue31573.go:14:13: new(int) does not escape
issue31573.go:14:23: new(int) does not escape
issue31573.go:17:16: []*int{} does not escape
issue31573.go:18:16: []*int{...} does not escape
issue31573.go:18:20: new(int) does not escape
issue31573.go:19:16: []*int{...} does not escape
issue31573.go:19:20: new(int) does not escape
issue31573.go:19:30: new(int) does not escape
issue31573.go:22:6: ... argument does not escape
issue31573.go:22:10: new(int) does not escape
issue31573.go:23:6: ... argument does not escape
issue31573.go:23:10: new(int) does not escape
issue31573.go:23:20: new(int) does not escape
issue31573.go:26:13: []*int{} does not escape
issue31573.go:27:13: []*int{...} does not escape
issue31573.go:27:17: new(int) does not escape
issue31573.go:28:13: []*int{...} does not escape
issue31573.go:28:17: new(int) does not escape
issue31573.go:28:27: new(int) does not escape
issue31573.go:32:10: ... argument does not escape
issue31573.go:32:14: new(int) does not escape
issue31573.go:33:10: ... argument does not escape
issue31573.go:33:14: new(int) does not escape
issue31573.go:33:24: new(int) does not escape
issue31573.go:36:17: []*int{} does not escape
issue31573.go:37:17: []*int{...} does not escape
issue31573.go:37:21: new(int) does not escape
issue31573.go:38:17: []*int{...} does not escape
issue31573.go:38:21: new(int) does not escape
issue31573.go:38:31: new(int) does not escape
issue31573.go:41:7: ... argument does not escape
issue31573.go:41:11: new(int) does not escape
issue31573.go:42:7: ... argument does not escape
issue31573.go:42:11: new(int) does not escape
issue31573.go:42:21: new(int) does not escape
issue31573.go:45:14: []*int{} does not escape
issue31573.go:46:14: []*int{...} does not escape
issue31573.go:46:18: new(int) does not escape
issue31573.go:47:14: []*int{...} does not escape
issue31573.go:47:18: new(int) does not escape
issue31573.go:47:28: new(int) does not escape
