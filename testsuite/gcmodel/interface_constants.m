interface_constants.go:11:6: can inline (*T).Set with cost 4 as: method(*T) func(int) { t.a = v }
interface_constants.go:12:6: can inline T.Get with cost 3 as: method(T) func() int { return t.a }
interface_constants.go:13:6: can inline small with cost 8 as: func(int, int) int { if a > b { return a }; return b }
interface_constants.go:20:6: can inline loop with cost 16 as: func(int) int { for loop; return  }
interface_constants.go:27:6: can inline rng with cost 16 as: func([]int) int { t := 0; for loop; return t }
interface_constants.go:35:6: can inline sw with cost 14 as: func(int) string { switch statement }
interface_constants.go:46:6: can inline tsw with cost 15 as: func(any) int { switch statement; return 0 }
interface_constants.go:56:6: can inline mk with cost 7 as: func() *T { return &T{...} }
interface_constants.go:58:6: can inline clo with cost 17 as: func(int) func() int { return func literal }
interface_constants.go:59:9: can inline clo.func1 with cost 4 as: func() int { return x + 1 }
interface_constants.go:62:6: can inline e with cost 10 as: func() error { return errors.New("x") }
interface_constants.go:64:6: can inline rec with cost 71 as: func(int) int { if n == 0 { return 1 }; return n * rec(n - 1) }
interface_constants.go:72:6: cannot inline noin: marked go:noinline
interface_constants.go:76:6: can inline useI with cost 61 as: func(I) int { return i.Get() }
interface_constants.go:78:6: cannot inline big: function too complex: cost 110 exceeds budget 80
interface_constants.go:89:6: can inline sel with cost 8 as: func(chan int) { select statement }
interface_constants.go:90:6: cannot inline gof: unhandled op GO
interface_constants.go:91:6: cannot inline rc: call to recover
interface_constants.go:92:6: can inline lab with cost 3 as: func() { L: ; for loop }
interface_constants.go:103:6: cannot inline main: function too complex: cost 322 exceeds budget 80
interface_constants.go:111:7: devirtualizing i.Get to *T
interface_constants.go:62:35: inlining call to errors.New
interface_constants.go:68:16: inlining call to rec
interface_constants.go:82:20: inlining call to strings.Split
interface_constants.go:104:9: inlining call to mk
interface_constants.go:105:7: inlining call to (*T).Set
interface_constants.go:106:15: inlining call to T.Get
interface_constants.go:106:24: inlining call to small
interface_constants.go:106:36: inlining call to loop
interface_constants.go:107:10: inlining call to clo
interface_constants.go:59:9: can inline clo.func1 with cost 4 as: func() int { return x + 1 }
interface_constants.go:108:3: inlining call to clo.func1
interface_constants.go:110:6: inlining call to useI
interface_constants.go:111:7: inlining call to T.Get
interface_constants.go:112:6: inlining call to e
interface_constants.go:110:6: devirtualizing i.Get to *T
interface_constants.go:110:6: inlining call to T.Get
interface_constants.go:112:6: inlining call to errors.New
interface_constants.go:11:7: t does not escape
interface_constants.go:27:10: xs does not escape
interface_constants.go:46:10: x does not escape
interface_constants.go:56:23: &T{...} escapes to heap in mk:
interface_constants.go:56:23:   flow: ~r0 ← &{storage for &T{...}}:
interface_constants.go:56:23:     from &T{...} (spill) at interface_constants.go:56:23
interface_constants.go:56:23:     from return &T{...} (return) at interface_constants.go:56:16
interface_constants.go:56:23: &T{...} escapes to heap
interface_constants.go:58:10: clo capturing by value: x (addr=false assign=false width=8)
interface_constants.go:59:9: func literal escapes to heap in clo:
interface_constants.go:59:9:   flow: ~r0 ← &{storage for func literal}:
interface_constants.go:59:9:     from func literal (spill) at interface_constants.go:59:9
interface_constants.go:59:9:     from return func literal (return) at interface_constants.go:59:2
interface_constants.go:58:10: parameter x leaks to {storage for func literal} for clo with derefs=0:
interface_constants.go:58:10:   flow: {storage for func literal} ← x:
interface_constants.go:58:10:     from x (captured by a closure) at interface_constants.go:59:29
interface_constants.go:59:9: func literal escapes to heap
interface_constants.go:62:35: &errors.errorString{...} escapes to heap in e:
interface_constants.go:62:35:   flow: ~r0 ← &{storage for &errors.errorString{...}}:
interface_constants.go:62:35:     from &errors.errorString{...} (spill) at interface_constants.go:62:35
interface_constants.go:62:35:     from &errors.errorString{...} (interface-converted) at interface_constants.go:62:35
interface_constants.go:62:35:     from ~r0 = &errors.errorString{...} (assign-pair) at interface_constants.go:62:35
interface_constants.go:62:35:   flow: ~r0 ← ~r0:
interface_constants.go:62:35:     from return ~r0 (return) at interface_constants.go:62:18
interface_constants.go:62:35: &errors.errorString{...} escapes to heap
interface_constants.go:76:11: parameter i leaks to {heap} for useI with derefs=0:
interface_constants.go:76:11:   flow: {heap} ← i:
interface_constants.go:76:11:     from i.Get() (call parameter) at interface_constants.go:76:34
interface_constants.go:76:11: leaking param: i
interface_constants.go:85:9: "bad" escapes to heap in big:
interface_constants.go:85:9:   flow: {heap} ← &{storage for "bad"}:
interface_constants.go:85:9:     from "bad" (spill) at interface_constants.go:85:9
interface_constants.go:85:9:     from panic("bad") (call parameter) at interface_constants.go:85:8
interface_constants.go:78:28: parameter s leaks to {heap} for big with derefs=0:
interface_constants.go:78:28:   flow: {heap} ← s:
interface_constants.go:78:28:     from m[s] (key of map put) at interface_constants.go:79:3
interface_constants.go:78:10: m does not escape
interface_constants.go:78:28: leaking param: s
interface_constants.go:85:9: "bad" escapes to heap
interface_constants.go:89:10: c does not escape
interface_constants.go:113:9: 1 escapes to heap in main:
interface_constants.go:113:9:   flow: {heap} ← &{storage for 1}:
interface_constants.go:113:9:     from 1 (spill) at interface_constants.go:113:9
interface_constants.go:113:9:     from panic(1) (call parameter) at interface_constants.go:113:8
interface_constants.go:115:9: 5 escapes to heap in main:
interface_constants.go:115:9:   flow: {heap} ← &{storage for 5}:
interface_constants.go:115:9:     from 5 (spill) at interface_constants.go:115:9
interface_constants.go:115:9:     from sink = 5 (assign) at interface_constants.go:115:7
interface_constants.go:116:9: D(7) escapes to heap in main:
interface_constants.go:116:9:   flow: {heap} ← &{storage for D(7)}:
interface_constants.go:116:9:     from D(7) (spill) at interface_constants.go:116:9
interface_constants.go:116:9:     from sink = D(7) (assign) at interface_constants.go:116:7
interface_constants.go:117:9: 1.5 escapes to heap in main:
interface_constants.go:117:9:   flow: {heap} ← &{storage for 1.5}:
interface_constants.go:117:9:     from 1.5 (spill) at interface_constants.go:117:9
interface_constants.go:117:9:     from sink = 1.5 (assign) at interface_constants.go:117:7
interface_constants.go:118:9: 'x' escapes to heap in main:
interface_constants.go:118:9:   flow: {heap} ← &{storage for 'x'}:
interface_constants.go:118:9:     from 'x' (spill) at interface_constants.go:118:9
interface_constants.go:118:9:     from sink = 'x' (assign) at interface_constants.go:118:7
interface_constants.go:119:9: "abc" escapes to heap in main:
interface_constants.go:119:9:   flow: {heap} ← &{storage for "abc"}:
interface_constants.go:119:9:     from "abc" (spill) at interface_constants.go:119:9
interface_constants.go:119:9:     from sink = "abc" (assign) at interface_constants.go:119:7
interface_constants.go:120:10: D(3) escapes to heap in main:
interface_constants.go:120:10:   flow: {heap} ← &{storage for D(3)}:
interface_constants.go:120:10:     from D(3) (spill) at interface_constants.go:120:10
interface_constants.go:120:10:     from sink = D(3) (assign) at interface_constants.go:120:7
interface_constants.go:121:13: byte(3) escapes to heap in main:
interface_constants.go:121:13:   flow: {heap} ← &{storage for byte(3)}:
interface_constants.go:121:13:     from byte(3) (spill) at interface_constants.go:121:13
interface_constants.go:121:13:     from sink = byte(3) (assign) at interface_constants.go:121:7
interface_constants.go:122:15: ([]byte)("x") escapes to heap in main:
interface_constants.go:122:15:   flow: {heap} ← &{storage for ([]byte)("x")}:
interface_constants.go:122:15:     from ([]byte)("x") (spill) at interface_constants.go:122:15
interface_constants.go:122:15:     from sink = ([]byte)("x") (assign) at interface_constants.go:122:7
interface_constants.go:122:16: ([]byte)("x") escapes to heap in main:
interface_constants.go:122:16:   flow: {storage for ([]byte)("x")} ← &{storage for ([]byte)("x")}:
interface_constants.go:122:16:     from ([]byte)("x") (spill) at interface_constants.go:122:16
interface_constants.go:122:16:     from ([]byte)("x") (interface-converted) at interface_constants.go:122:15
interface_constants.go:107:10: main capturing by value: x (addr=false assign=false width=8)
interface_constants.go:104:9: &T{...} does not escape
interface_constants.go:107:10: func literal does not escape
interface_constants.go:112:6: &errors.errorString{...} does not escape
interface_constants.go:113:9: 1 escapes to heap
interface_constants.go:115:9: 5 escapes to heap
interface_constants.go:116:9: D(7) escapes to heap
interface_constants.go:117:9: 1.5 escapes to heap
interface_constants.go:118:9: 'x' escapes to heap
interface_constants.go:119:9: "abc" escapes to heap
interface_constants.go:120:10: D(3) escapes to heap
interface_constants.go:121:13: byte(3) escapes to heap
interface_constants.go:122:15: ([]byte)("x") escapes to heap
interface_constants.go:122:16: ([]byte)("x") escapes to heap
