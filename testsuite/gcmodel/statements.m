statements.go:16:6: can inline (*T).M
statements.go:17:6: can inline T.V
statements.go:29:7: can inline f1.func1
statements.go:35:2: can inline f1.deferwrap1
statements.go:36:2: can inline f1.gowrap2
statements.go:89:2: can inline main.func1
statements.go:30:7: inlining call to f1.func1
statements.go:44:12: inlining call to (*T).M
statements.go:35:19: inlining call to fmt.Println
statements.go:36:16: inlining call to fmt.Println
statements.go:70:8: inlining call to (*T).M
statements.go:82:13: inlining call to fmt.Println
statements.go:89:20: inlining call to main.func1
statements.go:16:7: t does not escape
statements.go:16:15: leaking param: x to result ~r0 level=0
statements.go:17:7: leaking param: t to result ~r0 level=0
statements.go:28:6: f1 ignoring self-assignment in t.p = t.q
statements.go:21:9: leaking param: x
statements.go:21:17: leaking param content: y
statements.go:21:26: leaking param: i
statements.go:21:31: leaking param content: s
statements.go:26:7: &T{...} does not escape
statements.go:27:10: t.V escapes to heap
statements.go:31:12: []int{...} escapes to heap
statements.go:32:10: a[1:] escapes to heap
statements.go:33:11: make([]int, 3) escapes to heap
statements.go:34:9: m escapes to heap
statements.go:35:20: a escapes to heap
statements.go:35:19: ... argument does not escape
statements.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap
statements.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap
statements.go:36:33: ... argument does not escape
statements.go:36:34: m escapes to heap
statements.go:36:16: ... argument does not escape
statements.go:37:13: append does not escape
statements.go:39:23: map[string]*int{...} does not escape
statements.go:41:10: k escapes to heap
statements.go:47:9: t does not escape
statements.go:47:15: b does not escape
statements.go:47:25: leaking param: st
statements.go:60:6: moved to heap: n
statements.go:57:17: string(b) escapes to heap
statements.go:71:8: st escapes to heap
statements.go:80:6: moved to heap: arr
statements.go:77:13: new(int) escapes to heap
statements.go:79:7: &T{} escapes to heap
statements.go:82:13: ... argument does not escape
statements.go:82:14: sl escapes to heap
statements.go:82:18: *p escapes to heap
statements.go:84:11: new(int) escapes to heap
statements.go:88:17: ([]byte)("abc") does not escape
statements.go:88:17: zero-copy string->[]byte conversion
statements.go:90:24: ([]byte)("abc" + fmt.Sprint(... argument...)) does not escape
statements.go:90:24: zero-copy string->[]byte conversion
statements.go:90:24: "abc" + fmt.Sprint(... argument...) does not escape
statements.go:90:36: ... argument does not escape
statements.go:90:37: 1 escapes to heap
