statements_reasons.go:16:15: parameter x leaks to ~r0 for (*T).M with derefs=0:
statements_reasons.go:16:15:   flow: ~r0 ← x:
statements_reasons.go:16:15:     from return x (return) at statements_reasons.go:16:30
statements_reasons.go:16:7: t does not escape
statements_reasons.go:16:15: leaking param: x to result ~r0 level=0
statements_reasons.go:17:7: parameter t leaks to ~r0 for T.V with derefs=0:
statements_reasons.go:17:7:   flow: ~r0 ← t:
statements_reasons.go:17:7:     from t.p (dot) at statements_reasons.go:17:38
statements_reasons.go:17:7:     from return t.p (return) at statements_reasons.go:17:30
statements_reasons.go:17:7: leaking param: t to result ~r0 level=0
statements_reasons.go:27:10: t.V escapes to heap in f1:
statements_reasons.go:27:10:   flow: {heap} ← &{storage for t.V}:
statements_reasons.go:27:10:     from t.V (spill) at statements_reasons.go:27:10
statements_reasons.go:27:10:     from t.V (interface-converted) at statements_reasons.go:27:10
statements_reasons.go:27:10:     from sink = t.V (assign) at statements_reasons.go:27:7
statements_reasons.go:28:6: f1 ignoring self-assignment in t.p = t.q
statements_reasons.go:32:10: a[1:] escapes to heap in f1:
statements_reasons.go:32:10:   flow: {heap} ← &{storage for a[1:]}:
statements_reasons.go:32:10:     from a[1:] (spill) at statements_reasons.go:32:10
statements_reasons.go:32:10:     from sink = a[1:] (assign) at statements_reasons.go:32:7
statements_reasons.go:34:9: m escapes to heap in f1:
statements_reasons.go:34:9:   flow: {heap} ← &{storage for m}:
statements_reasons.go:34:9:     from m (spill) at statements_reasons.go:34:9
statements_reasons.go:34:9:     from sink = m (assign) at statements_reasons.go:34:7
statements_reasons.go:36:2: func literal escapes to heap in f1:
statements_reasons.go:36:2:   flow: {heap} ← &{storage for func literal}:
statements_reasons.go:36:2:     from func literal (spill) at statements_reasons.go:36:2
statements_reasons.go:41:10: k escapes to heap in f1:
statements_reasons.go:41:10:   flow: {heap} ← &{storage for k}:
statements_reasons.go:41:10:     from k (spill) at statements_reasons.go:41:10
statements_reasons.go:41:10:     from sink = k (assign) at statements_reasons.go:41:8
statements_reasons.go:21:9: f1 capturing by value: x (addr=false assign=false width=8)
statements_reasons.go:35:20: f1 capturing by value: .autotmp_10 (addr=false assign=false width=16)
statements_reasons.go:35:23: f1 capturing by value: .autotmp_11 (addr=false assign=false width=16)
statements_reasons.go:36:21: f1 capturing by value: .autotmp_12 (addr=false assign=false width=16)
statements_reasons.go:21:17: parameter y leaks to {heap} for f1 with derefs=1:
statements_reasons.go:21:17:   flow: {heap} ← *y:
statements_reasons.go:21:17:     from *y (indirection) at statements_reasons.go:22:7
statements_reasons.go:21:17:     from gp = *y (assign) at statements_reasons.go:22:5
statements_reasons.go:21:26: parameter i leaks to {heap} for f1 with derefs=0:
statements_reasons.go:21:26:   flow: {heap} ← i:
statements_reasons.go:21:26:     from i.M(x) (call parameter) at statements_reasons.go:23:5
statements_reasons.go:21:9: parameter x leaks to {heap} for f1 with derefs=0:
statements_reasons.go:21:9:   flow: {heap} ← x:
statements_reasons.go:21:9:     from i.M(x) (call parameter) at statements_reasons.go:23:5
statements_reasons.go:21:31: parameter s leaks to {heap} for f1 with derefs=1:
statements_reasons.go:21:31:   flow: v ← *s:
statements_reasons.go:21:31:     from s[0] (dot of pointer) at statements_reasons.go:24:8
statements_reasons.go:21:31:     from v := s[0] (assign) at statements_reasons.go:24:4
statements_reasons.go:21:31:   flow: {heap} ← v:
statements_reasons.go:21:31:     from v (interface-converted) at statements_reasons.go:25:9
statements_reasons.go:21:31:     from sink = v (assign) at statements_reasons.go:25:7
statements_reasons.go:36:34: m escapes to heap in f1:
statements_reasons.go:36:34:   flow: {storage for ... argument} ← &{storage for m}:
statements_reasons.go:36:34:     from m (spill) at statements_reasons.go:36:34
statements_reasons.go:36:34:     from ... argument (slice-literal-element) at statements_reasons.go:36:33
statements_reasons.go:36:34:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:36:34:     from ... argument (spill) at statements_reasons.go:36:33
statements_reasons.go:36:34:     from fmt.Sprint(... argument...) (call parameter) at statements_reasons.go:36:33
statements_reasons.go:35:20: a escapes to heap in f1:
statements_reasons.go:35:20:   flow: .autotmp_10 ← &{storage for a}:
statements_reasons.go:35:20:     from a (spill) at statements_reasons.go:35:20
statements_reasons.go:35:20:     from .autotmp_10, .autotmp_11 = a, x (assign-pair) at statements_reasons.go:35:2
statements_reasons.go:35:20:   flow: {storage for ... argument} ← .autotmp_10:
statements_reasons.go:35:20:     from ... argument (slice-literal-element) at statements_reasons.go:35:19
statements_reasons.go:35:20:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:35:20:     from ... argument (spill) at statements_reasons.go:35:19
statements_reasons.go:35:20:     from fmt.Println(... argument...) (call parameter) at statements_reasons.go:35:19
statements_reasons.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap in f1:
statements_reasons.go:36:21:   flow: .autotmp_12 ← &{storage for "x" + fmt.Sprint(... argument...)}:
statements_reasons.go:36:21:     from "x" + fmt.Sprint(... argument...) (spill) at statements_reasons.go:36:21
statements_reasons.go:36:21:     from .autotmp_12 = "x" + fmt.Sprint(... argument...) (assign-pair) at statements_reasons.go:36:2
statements_reasons.go:36:21:   flow: {storage for ... argument} ← .autotmp_12:
statements_reasons.go:36:21:     from ... argument (slice-literal-element) at statements_reasons.go:36:16
statements_reasons.go:36:21:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:36:21:     from ... argument (spill) at statements_reasons.go:36:16
statements_reasons.go:36:21:     from fmt.Println(... argument...) (call parameter) at statements_reasons.go:36:16
statements_reasons.go:33:11: make([]int, 3) escapes to heap in f1:
statements_reasons.go:33:11:   flow: m ← &{storage for make([]int, 3)}:
statements_reasons.go:33:11:     from make([]int, 3) (spill) at statements_reasons.go:33:11
statements_reasons.go:33:11:     from m := make([]int, 3) (assign) at statements_reasons.go:33:4
statements_reasons.go:33:11:   flow: {storage for m} ← m:
statements_reasons.go:33:11:     from m (interface-converted) at statements_reasons.go:36:34
statements_reasons.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap in f1:
statements_reasons.go:36:21:   flow: {storage for "x" + fmt.Sprint(... argument...)} ← &{storage for "x" + fmt.Sprint(... argument...)}:
statements_reasons.go:36:21:     from "x" + fmt.Sprint(... argument...) (spill) at statements_reasons.go:36:21
statements_reasons.go:36:21:     from "x" + fmt.Sprint(... argument...) (interface-converted) at statements_reasons.go:36:21
statements_reasons.go:31:12: []int{...} escapes to heap in f1:
statements_reasons.go:31:12:   flow: a ← &{storage for []int{...}}:
statements_reasons.go:31:12:     from []int{...} (spill) at statements_reasons.go:31:12
statements_reasons.go:31:12:     from a := []int{...} (assign) at statements_reasons.go:31:4
statements_reasons.go:31:12:   flow: {storage for a} ← a:
statements_reasons.go:31:12:     from a (interface-converted) at statements_reasons.go:35:20
statements_reasons.go:21:9: parameter x leaks to {storage for t.V} for f1 with derefs=0:
statements_reasons.go:21:9:   flow: {storage for &T{...}} ← x:
statements_reasons.go:21:9:     from T{...} (struct literal element) at statements_reasons.go:26:9
statements_reasons.go:21:9:   flow: t ← &{storage for &T{...}}:
statements_reasons.go:21:9:     from &T{...} (spill) at statements_reasons.go:26:7
statements_reasons.go:21:9:     from t := &T{...} (assign) at statements_reasons.go:26:4
statements_reasons.go:21:9:   flow: {temp} ← *t:
statements_reasons.go:21:9:     from t (indirection) at statements_reasons.go:27:10
statements_reasons.go:21:9:   flow: {storage for t.V} ← {temp}:
statements_reasons.go:21:9: parameter x leaks to ~r0 for f1 with derefs=0:
statements_reasons.go:21:9:   flow: ~r0 ← x:
statements_reasons.go:21:9:     from (*T).M(t, x) (call parameter) at statements_reasons.go:44:12
statements_reasons.go:21:9:     from return (*T).M(t, x) (return) at statements_reasons.go:44:2
statements_reasons.go:21:9: leaking param: x
statements_reasons.go:21:17: leaking param content: y
statements_reasons.go:21:26: leaking param: i
statements_reasons.go:21:31: leaking param content: s
statements_reasons.go:26:7: &T{...} does not escape
statements_reasons.go:27:10: t.V escapes to heap
statements_reasons.go:29:7: func literal does not escape
statements_reasons.go:31:12: []int{...} escapes to heap
statements_reasons.go:32:10: a[1:] escapes to heap
statements_reasons.go:33:11: make([]int, 3) escapes to heap
statements_reasons.go:34:9: m escapes to heap
statements_reasons.go:35:20: a escapes to heap
statements_reasons.go:35:19: ... argument does not escape
statements_reasons.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap
statements_reasons.go:36:21: "x" + fmt.Sprint(... argument...) escapes to heap
statements_reasons.go:36:33: ... argument does not escape
statements_reasons.go:36:34: m escapes to heap
statements_reasons.go:36:16: ... argument does not escape
statements_reasons.go:37:13: append does not escape
statements_reasons.go:39:23: map[string]*int{...} does not escape
statements_reasons.go:41:10: k escapes to heap
statements_reasons.go:60:6: n escapes to heap in f2:
statements_reasons.go:60:6:   flow: {heap} ← &n:
statements_reasons.go:60:6:     from &n (address-of) at statements_reasons.go:61:7
statements_reasons.go:60:6:     from c <- &n (send) at statements_reasons.go:61:4
statements_reasons.go:71:8: st escapes to heap in f2:
statements_reasons.go:71:8:   flow: {heap} ← &{storage for st}:
statements_reasons.go:71:8:     from st (spill) at statements_reasons.go:71:8
statements_reasons.go:71:8:     from panic(st) (call parameter) at statements_reasons.go:71:7
statements_reasons.go:47:25: parameter st leaks to {storage for st} for f2 with derefs=0:
statements_reasons.go:47:25:   flow: {storage for st} ← st:
statements_reasons.go:47:25:     from st (interface-converted) at statements_reasons.go:71:8
statements_reasons.go:57:17: string(b) escapes to heap in f2:
statements_reasons.go:57:17:   flow: ~r0 ← &{storage for string(b)}:
statements_reasons.go:57:17:     from string(b) (spill) at statements_reasons.go:57:17
statements_reasons.go:57:17:     from return string(b) (return) at statements_reasons.go:57:3
statements_reasons.go:47:9: t does not escape
statements_reasons.go:47:15: b does not escape
statements_reasons.go:47:25: leaking param: st
statements_reasons.go:60:6: moved to heap: n
statements_reasons.go:57:17: string(b) escapes to heap
statements_reasons.go:71:8: st escapes to heap
statements_reasons.go:77:6: main capturing by ref: x (addr=true assign=true width=8)
statements_reasons.go:82:14: sl escapes to heap in main:
statements_reasons.go:82:14:   flow: {storage for ... argument} ← &{storage for sl}:
statements_reasons.go:82:14:     from sl (spill) at statements_reasons.go:82:14
statements_reasons.go:82:14:     from ... argument (slice-literal-element) at statements_reasons.go:82:13
statements_reasons.go:82:14:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:82:14:     from ... argument (spill) at statements_reasons.go:82:13
statements_reasons.go:82:14:     from fmt.Println(... argument...) (call parameter) at statements_reasons.go:82:13
statements_reasons.go:82:18: *p escapes to heap in main:
statements_reasons.go:82:18:   flow: {storage for ... argument} ← &{storage for *p}:
statements_reasons.go:82:18:     from *p (spill) at statements_reasons.go:82:18
statements_reasons.go:82:18:     from ... argument (slice-literal-element) at statements_reasons.go:82:13
statements_reasons.go:82:18:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:82:18:     from ... argument (spill) at statements_reasons.go:82:13
statements_reasons.go:82:18:     from fmt.Println(... argument...) (call parameter) at statements_reasons.go:82:13
statements_reasons.go:77:13: new(int) escapes to heap in main:
statements_reasons.go:77:13:   flow: x ← &{storage for new(int)}:
statements_reasons.go:77:13:     from new(int) (spill) at statements_reasons.go:77:13
statements_reasons.go:77:13:     from x := new(int) (assign) at statements_reasons.go:77:6
statements_reasons.go:77:13:   flow: {heap} ← x:
statements_reasons.go:77:13:     from f1(x, &x, p, nil) (call parameter) at statements_reasons.go:87:4
statements_reasons.go:79:7: &T{} escapes to heap in main:
statements_reasons.go:79:7:   flow: p ← &{storage for &T{}}:
statements_reasons.go:79:7:     from &T{} (spill) at statements_reasons.go:79:7
statements_reasons.go:79:7:     from p := &T{} (assign) at statements_reasons.go:79:4
statements_reasons.go:79:7:   flow: {heap} ← p:
statements_reasons.go:79:7:     from p (interface-converted) at statements_reasons.go:87:12
statements_reasons.go:79:7:     from f1(x, &x, p, nil) (call parameter) at statements_reasons.go:87:4
statements_reasons.go:90:37: 1 escapes to heap in main:
statements_reasons.go:90:37:   flow: {storage for ... argument} ← &{storage for 1}:
statements_reasons.go:90:37:     from 1 (spill) at statements_reasons.go:90:37
statements_reasons.go:90:37:     from ... argument (slice-literal-element) at statements_reasons.go:90:36
statements_reasons.go:90:37:   flow: {heap} ← {storage for ... argument}:
statements_reasons.go:90:37:     from ... argument (spill) at statements_reasons.go:90:36
statements_reasons.go:90:37:     from fmt.Sprint(... argument...) (call parameter) at statements_reasons.go:90:36
statements_reasons.go:84:11: new(int) escapes to heap in main:
statements_reasons.go:84:11:   flow: y ← &{storage for new(int)}:
statements_reasons.go:84:11:     from new(int) (spill) at statements_reasons.go:84:11
statements_reasons.go:84:11:     from y := new(int) (assign) at statements_reasons.go:84:5
statements_reasons.go:84:11:   flow: x ← y:
statements_reasons.go:84:11:     from x = y (assign) at statements_reasons.go:85:5
statements_reasons.go:84:11:   flow: {heap} ← x:
statements_reasons.go:84:11:     from f1(x, &x, p, nil) (call parameter) at statements_reasons.go:87:4
statements_reasons.go:80:6: arr escapes to heap in main:
statements_reasons.go:80:6:   flow: sl ← &arr:
statements_reasons.go:80:6:     from arr (address-of) at statements_reasons.go:81:11
statements_reasons.go:80:6:     from arr[2:5] (slice) at statements_reasons.go:81:11
statements_reasons.go:80:6:     from sl := arr[2:5] (assign) at statements_reasons.go:81:5
statements_reasons.go:80:6:   flow: {storage for sl} ← sl:
statements_reasons.go:80:6:     from sl (interface-converted) at statements_reasons.go:82:14
statements_reasons.go:80:6: moved to heap: arr
statements_reasons.go:77:13: new(int) escapes to heap
statements_reasons.go:79:7: &T{} escapes to heap
statements_reasons.go:82:13: ... argument does not escape
statements_reasons.go:82:14: sl escapes to heap
statements_reasons.go:82:18: *p escapes to heap
statements_reasons.go:84:11: new(int) escapes to heap
statements_reasons.go:88:17: ([]byte)("abc") does not escape
statements_reasons.go:88:17: zero-copy string->[]byte conversion
statements_reasons.go:89:2: func literal does not escape
statements_reasons.go:90:24: ([]byte)("abc" + fmt.Sprint(... argument...)) does not escape
statements_reasons.go:90:24: zero-copy string->[]byte conversion
statements_reasons.go:90:24: "abc" + fmt.Sprint(... argument...) does not escape
statements_reasons.go:90:36: ... argument does not escape
statements_reasons.go:90:37: 1 escapes to heap
