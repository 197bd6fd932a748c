inline_costs.go:7:11: can inline init.func1 with cost 2 as: func() int { return 1 }
inline_costs.go:9:6: can inline empty with cost 0 as: func() {  }
inline_costs.go:10:6: can inline clo with cost 17 as: func(int) func() int { return func literal }
inline_costs.go:10:37: can inline clo.func1 with cost 4 as: func() int { return x + 1 }
inline_costs.go:11:36: can inline clo2.func1 with cost 2 as: func(int) int { return y }
inline_costs.go:11:6: can inline clo2 with cost 17 as: func() func(int) int { return func literal }
inline_costs.go:13:6: cannot inline usec: function too complex: cost 136 exceeds budget 80
inline_costs.go:23:6: can inline multi with cost 3 as: func() (int, error) { return 1, nil }
inline_costs.go:25:6: can inline um with cost 44 as: func(map[string]int, any) int { x, err := int(.autotmp_5), .autotmp_6; y, ok := int(.autotmp_9), .autotmp_10; z, ok2 := int(.autotmp_13), .autotmp_14; _, _, _ = err, ok, ok2; return x + y + z }
inline_costs.go:33:6: can inline named with cost 11 as: func() (int, error) { if x > 3 { return 4, nil }; x = 5; return  }
inline_costs.go:41:6: can inline un with cost 20 as: func() int { a, _ := int(.autotmp_2), .autotmp_3; return a }
inline_costs.go:46:6: can inline apply with cost 21 as: func(func(int) int, int) int { return f(x) }
inline_costs.go:48:6: can inline ua with cost 46 as: func() int { k := 3; return apply(func literal, 4) }
inline_costs.go:50:15: can inline ua.func1 with cost 4 as: func(int) int { return i + k }
inline_costs.go:54:7: can inline once.func1 with cost 99 as: func() { println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10); println(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) }
inline_costs.go:53:6: cannot inline once: function too complex: cost 121 exceeds budget 80
inline_costs.go:71:6: can inline (*B).P with cost 3 as: method(*B) func() int { return b.n }
inline_costs.go:72:6: can inline B.V with cost 3 as: method(B) func() int { return b.n }
inline_costs.go:76:6: cannot inline ev: function too complex: cost 223 exceeds budget 80
inline_costs.go:89:6: can inline r1 with cost 69 as: func(int) int { if n == 0 { return 0 }; return r2(n - 1) }
inline_costs.go:95:6: can inline r2 with cost 73 as: func(int) int { return r1(n) }
inline_costs.go:97:6: cannot inline sl: function too complex: cost 94 exceeds budget 80
inline_costs.go:124:21: can inline main.func1 with cost 0 as: func() {  }
inline_costs.go:124:6: cannot inline main: unhandled op DEFER
inline_costs.go:78:10: devirtualizing s.P to E
inline_costs.go:86:16: devirtualizing w.P to *B
inline_costs.go:6:22: inlining call to errors.New
inline_costs.go:7:34: inlining call to init.func1
inline_costs.go:14:10: inlining call to clo
inline_costs.go:16:11: inlining call to clo2
inline_costs.go:18:6: inlining call to clo2
inline_costs.go:11:36: can inline clo2.func1 with cost 2 as: func(int) int { return y }
inline_costs.go:18:8: inlining call to clo2.func1
inline_costs.go:26:17: inlining call to multi
inline_costs.go:42:15: inlining call to named
inline_costs.go:50:14: inlining call to apply
inline_costs.go:50:14: inlining call to ua.func1
inline_costs.go:65:3: inlining call to once.func1
inline_costs.go:78:10: inlining call to (*B).P
inline_costs.go:86:16: inlining call to (*B).P
inline_costs.go:93:11: inlining call to r2
inline_costs.go:93:11: inlining call to r1
inline_costs.go:95:31: inlining call to r1
inline_costs.go:95:31: inlining call to r2
inline_costs.go:10:10: clo capturing by value: x (addr=false assign=false width=8)
inline_costs.go:10:37: func literal escapes to heap in clo:
inline_costs.go:10:37:   flow: ~r0 ← &{storage for func literal}:
inline_costs.go:10:37:     from func literal (spill) at inline_costs.go:10:37
inline_costs.go:10:37:     from return func literal (return) at inline_costs.go:10:30
inline_costs.go:10:10: parameter x leaks to {storage for func literal} for clo with derefs=0:
inline_costs.go:10:10:   flow: {storage for func literal} ← x:
inline_costs.go:10:10:     from x (captured by a closure) at inline_costs.go:10:57
inline_costs.go:10:37: func literal escapes to heap
inline_costs.go:11:36: func literal escapes to heap in clo2:
inline_costs.go:11:36:   flow: ~r0 ← &{storage for func literal}:
inline_costs.go:11:36:     from func literal (spill) at inline_costs.go:11:36
inline_costs.go:11:36:     from return func literal (return) at inline_costs.go:11:29
inline_costs.go:11:36: func literal escapes to heap
inline_costs.go:14:10: usec capturing by value: x (addr=false assign=false width=8)
inline_costs.go:16:11: func literal escapes to heap in usec:
inline_costs.go:16:11:   flow: ~r0 ← &{storage for func literal}:
inline_costs.go:16:11:     from func literal (spill) at inline_costs.go:16:11
inline_costs.go:16:11:     from ~r0 = func literal (assign-pair) at inline_costs.go:16:11
inline_costs.go:16:11:   flow: g ← ~r0:
inline_costs.go:16:11:     from g := ~r0 (assign) at inline_costs.go:16:4
inline_costs.go:16:11:   flow: {heap} ← g:
inline_costs.go:16:11:     from sinkf = g (assign) at inline_costs.go:17:8
inline_costs.go:14:10: func literal does not escape
inline_costs.go:16:11: func literal escapes to heap
inline_costs.go:18:6: func literal does not escape
inline_costs.go:25:9: m does not escape
inline_costs.go:25:27: a does not escape
inline_costs.go:46:12: f does not escape
inline_costs.go:71:7: b does not escape
inline_costs.go:77:14: &B{} does not escape
inline_costs.go:81:7: &B{} does not escape
inline_costs.go:83:7: &B{...} does not escape
inline_costs.go:85:10: E{}.B.V does not escape
inline_costs.go:97:9: parameter a leaks to x for sl with derefs=0:
inline_costs.go:97:9:   flow: x ← a:
inline_costs.go:97:9:     from a[i:j] (slice) at inline_costs.go:98:7
inline_costs.go:97:9:     from x = a[i:j] (assign) at inline_costs.go:98:4
inline_costs.go:103:13: append(x, a...) escapes to heap in sl:
inline_costs.go:103:13:   flow: x ← &{storage for append(x, a...)}:
inline_costs.go:103:13:     from append(x, a...) (spill) at inline_costs.go:103:13
inline_costs.go:103:13:     from x = append(x, a...) (assign) at inline_costs.go:103:5
inline_costs.go:97:9: leaking param: a to result x level=0
inline_costs.go:97:28: p does not escape
inline_costs.go:97:34: q does not escape
inline_costs.go:103:13: append escapes to heap
inline_costs.go:105:29: string(rune(i)) + "a" + "b" does not escape
inline_costs.go:105:18: string(rune(i)) does not escape
inline_costs.go:106:13: ([]byte)(s) does not escape
inline_costs.go:106:13: zero-copy string->[]byte conversion
inline_costs.go:124:21: func literal does not escape
inline_costs.go:108:5: index bounds check elided
