# -m
range_functions.go:4:6: can inline each
range_functions.go:14:6: can inline a
range_functions.go:15:2: can inline a-range1
range_functions.go:21:2: can inline b-range1
range_functions.go:37:2: can inline c-range1
range_functions.go:50:6: can inline d
range_functions.go:52:2: can inline d-range1
range_functions.go:53:3: can inline d-range1-range1
range_functions.go:73:2: can inline e-range1
range_functions.go:77:8: can inline e-range2.1
range_functions.go:76:2: can inline e-range2
range_functions.go:79:3: can inline e-range2-range1
range_functions.go:87:2: can inline g-range1
range_functions.go:88:10: can inline g-range1.1
range_functions.go:94:7: can inline h.func1
range_functions.go:95:3: can inline h.func1-range1
range_functions.go:102:8: can inline h-range1.1
range_functions.go:101:2: can inline h-range1
range_functions.go:104:3: can inline h-range1-range1
range_functions.go:109:3: can inline h-range2.1
range_functions.go:108:2: can inline h-range2
range_functions.go:110:4: can inline h-range2.1-range1
range_functions.go:15:2: inlining call to each
range_functions.go:15:2: inlining call to a-range1
range_functions.go:21:2: inlining call to each
range_functions.go:21:2: inlining call to b-range1
range_functions.go:52:2: inlining call to each
range_functions.go:52:2: inlining call to d-range1
range_functions.go:53:3: inlining call to each
range_functions.go:53:3: inlining call to d-range1-range1
range_functions.go:73:2: inlining call to each
range_functions.go:76:2: inlining call to each
range_functions.go:73:2: inlining call to e-range1
range_functions.go:76:2: inlining call to e-range2
range_functions.go:77:8: can inline e-range2.func1
range_functions.go:76:2: inlining call to e-range2.func1
range_functions.go:78:12: inlining call to e-range2.1
range_functions.go:79:3: inlining call to each
range_functions.go:79:3: inlining call to e-range2-range1
range_functions.go:95:3: inlining call to each
range_functions.go:95:3: inlining call to h.func1-range1
range_functions.go:100:11: inlining call to h.func1
range_functions.go:101:2: inlining call to each
range_functions.go:108:2: inlining call to each
range_functions.go:100:11: inlining call to each
range_functions.go:101:2: inlining call to h-range1
range_functions.go:108:2: inlining call to h-range2
range_functions.go:95:3: can inline h.func1-range1
range_functions.go:100:11: inlining call to h.func1-range1
range_functions.go:102:8: can inline h-range1.func1
range_functions.go:101:2: inlining call to h-range1.func1
range_functions.go:109:3: can inline h-range2.func1
range_functions.go:108:2: inlining call to h-range2.func1
range_functions.go:103:4: inlining call to h-range1.1
range_functions.go:104:3: inlining call to each
range_functions.go:104:3: inlining call to h-range1-range1
range_functions.go:113:4: inlining call to h-range2.1
range_functions.go:113:4: inlining call to each
range_functions.go:110:4: can inline h-range2.1-range1
range_functions.go:113:4: inlining call to h-range2.1-range1
range_functions.go:110:4: inlining call to each
range_functions.go:110:4: inlining call to h-range2.1-range1
range_functions.go:117:3: inlining call to a
range_functions.go:120:3: inlining call to d
range_functions.go:117:3: inlining call to each
range_functions.go:120:3: inlining call to each
range_functions.go:15:2: can inline a-range1
range_functions.go:117:3: inlining call to a-range1
range_functions.go:52:2: can inline d-range1
range_functions.go:120:3: inlining call to d-range1
range_functions.go:4:11: f does not escape
range_functions.go:37:9: s does not escape
range_functions.go:36:11: moved to heap: x
range_functions.go:36:18: moved to heap: err
moved to heap: #next
range_functions.go:37:2: moved to heap: #state1
range_functions.go:37:2: func literal escapes to heap
range_functions.go:52:2: func literal does not escape
range_functions.go:76:2: func literal does not escape
range_functions.go:86:10: moved to heap: #rv1
moved to heap: #next
range_functions.go:87:2: moved to heap: #state1
range_functions.go:87:2: func literal escapes to heap
range_functions.go:88:10: func literal escapes to heap
range_functions.go:101:2: func literal does not escape
range_functions.go:108:2: func literal does not escape
range_functions.go:120:3: func literal does not escape
# -m=2
range_functions.go:4:6: can inline each with cost 35 as: func(func(int) bool) { for loop }
range_functions.go:14:6: can inline a with cost 73 as: func() { #state1 := 1; #yield1 := func literal; each(#yield1); if #state1 == 2 { runtime.panicrangestate(4) }; #state1 = 3 }
range_functions.go:15:2: can inline a-range1 with cost 22 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; println(i); #state1 = 1; return true }
range_functions.go:20:6: cannot inline b: function too complex: cost 84 exceeds budget 80
range_functions.go:21:2: can inline b-range1 with cost 55 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; if i == 1 { #rv1 = i; #next = -1; #state1 = 0; return false }; if i == 2 { #state1 = 1; return true }; if i == 3 { #state1 = 0; return false }; println(i); #state1 = 1; return true }
range_functions.go:36:6: cannot inline c: function too complex: cost 105 exceeds budget 80
range_functions.go:37:2: can inline c-range1 with cost 54 as: func(int, string) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; x = i; println(s); if i > 3 { x, err = 3, nil; #next = -1; #state1 = 0; return false }; if i > 4 { #next = -1; #state1 = 0; return false }; #state1 = 1; return true }
range_functions.go:50:6: can inline d with cost 78 as: func() { outer: ; #next = <nil>; #state1 := 1; #yield2 := func literal; each(#yield2); if #state1 == 2 { runtime.panicrangestate(4) }; #state1 = 3 }
range_functions.go:52:2: can inline d-range1 with cost 133 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #state2 := 1; #yield1 := func literal; each(#yield1); if #state2 == 2 { runtime.panicrangestate(4) }; #state2 = 3; if #next > 2 { runtime.panicrangestate(0) }; if #next == 1 { #next = 0; #state1 = 1; return true }; if #next == 2 { #next = 0; #state1 = 0; return false }; if #next > 0 { #state1 = 0; return false }; #state1 = 1; return true }
range_functions.go:53:3: can inline d-range1-range1 with cost 72 as: func(int) bool { #tmpState := #state2; #state2 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; if j == 2 { #next = 1; #state2 = 0; return false }; if j == 3 { #next = 2; #state2 = 0; return false }; for loop; println(i, j); #state2 = 1; return true }
range_functions.go:71:6: cannot inline e: function too complex: cost 167 exceeds budget 80
range_functions.go:73:2: can inline e-range1 with cost 24 as: func(int) bool { *p = #p1; #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #state1 = 1; return true }
range_functions.go:77:8: can inline e-range2.1 with cost 2 as: func() int { return k }
range_functions.go:76:2: can inline e-range2 with cost 137 as: func(int) bool { k = #p1; #tmpState := #state2; #state2 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; f := func literal; println(f()); #state3 := 1; #yield2 := func literal; each(#yield2); if #state3 == 2 { runtime.panicrangestate(4) }; #state3 = 3; if #next < 0 { #state2 = 0; return false }; if #next > 2 { runtime.panicrangestate(0) }; #state2 = 1; return true }
range_functions.go:79:3: can inline e-range2-range1 with cost 26 as: func(int) bool { _ = #p1; #tmpState := #state3; #state3 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #next = -2; #state3 = 0; return false }
range_functions.go:86:6: cannot inline g: function too complex: cost 106 exceeds budget 80
range_functions.go:87:2: can inline g-range1 with cost 41 as: func(int, string) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #rv1 = func literal; #next = -1; #state1 = 0; return false }
range_functions.go:88:10: can inline g-range1.1 with cost 2 as: func() { println(i) }
range_functions.go:94:7: can inline h.func1 with cost 84 as: func() int { #next = <nil>; #state1 := 1; #yield1 := func literal; each(#yield1); if #state1 == 2 { runtime.panicrangestate(4) }; #state1 = 3; if #next == -1 { return  }; return 0 }
range_functions.go:95:3: can inline h.func1-range1 with cost 26 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #rv1 = i; #next = -1; #state1 = 0; return false }
range_functions.go:93:6: cannot inline h: function too complex: cost 257 exceeds budget 80
range_functions.go:102:8: can inline h-range1.1 with cost 2 as: func() { println(i) }
range_functions.go:101:2: can inline h-range1 with cost 124 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; x := func literal; x(); #state2 := 1; #yield1 := func literal; each(#yield1); if #state2 == 2 { runtime.panicrangestate(4) }; #state2 = 3; if #next > 2 { runtime.panicrangestate(0) }; #state1 = 1; return true }
range_functions.go:104:3: can inline h-range1-range1 with cost 22 as: func(int) bool { #tmpState := #state2; #state2 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; println(j); #state2 = 1; return true }
range_functions.go:109:3: can inline h-range2.1 with cost 73 as: func() { #state1 := 1; #yield1 := func literal; each(#yield1); if #state1 == 2 { runtime.panicrangestate(4) }; #state1 = 3 }
range_functions.go:108:2: can inline h-range2 with cost 110 as: func(int) bool { #tmpState := #state3; #state3 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; (func literal)(); #state3 = 1; return true }
range_functions.go:110:4: can inline h-range2.1-range1 with cost 24 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; println(i + j); #state1 = 1; return true }
range_functions.go:116:6: cannot inline main: function too complex: cost 450 exceeds budget 80
range_functions.go:15:2: inlining call to each
range_functions.go:15:2: inlining call to a-range1
range_functions.go:21:2: inlining call to each
range_functions.go:21:2: inlining call to b-range1
range_functions.go:52:2: inlining call to each
range_functions.go:52:2: inlining call to d-range1
range_functions.go:52:2: cannot inline each into d: repeated recursive cycle
range_functions.go:53:3: inlining call to each
range_functions.go:53:3: inlining call to d-range1-range1
range_functions.go:52:2: cannot inline each into d: repeated recursive cycle
range_functions.go:73:2: inlining call to each
range_functions.go:76:2: inlining call to each
range_functions.go:73:2: inlining call to e-range1
range_functions.go:76:2: inlining call to e-range2
range_functions.go:77:8: can inline e-range2.func1 with cost 2 as: func() int { return k }
range_functions.go:76:2: inlining call to e-range2.func1
range_functions.go:76:2: cannot inline each into e: repeated recursive cycle
range_functions.go:78:12: inlining call to e-range2.1
range_functions.go:79:3: inlining call to each
range_functions.go:79:3: inlining call to e-range2-range1
range_functions.go:76:2: cannot inline each into e: repeated recursive cycle
range_functions.go:95:3: inlining call to each
range_functions.go:95:3: inlining call to h.func1-range1
range_functions.go:100:11: inlining call to h.func1
range_functions.go:101:2: inlining call to each
range_functions.go:108:2: inlining call to each
range_functions.go:100:11: inlining call to each
range_functions.go:101:2: inlining call to h-range1
range_functions.go:108:2: inlining call to h-range2
range_functions.go:95:3: can inline h.func1-range1 with cost 26 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #rv1 = i; #next = -1; #state1 = 0; return false }
range_functions.go:100:11: inlining call to h.func1-range1
range_functions.go:102:8: can inline h-range1.func1 with cost 2 as: func() { println(i) }
range_functions.go:101:2: inlining call to h-range1.func1
range_functions.go:101:2: cannot inline each into h: repeated recursive cycle
range_functions.go:109:3: can inline h-range2.func1 with cost 73 as: func() { #state1 := 1; #yield1 := func literal; each(#yield1); if #state1 == 2 { runtime.panicrangestate(4) }; #state1 = 3 }
range_functions.go:108:2: inlining call to h-range2.func1
range_functions.go:108:2: cannot inline each into h: repeated recursive cycle
range_functions.go:103:4: inlining call to h-range1.1
range_functions.go:104:3: inlining call to each
range_functions.go:104:3: inlining call to h-range1-range1
range_functions.go:113:4: inlining call to h-range2.1
range_functions.go:113:4: inlining call to each
range_functions.go:110:4: can inline h-range2.1-range1 with cost 24 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; println(i + j); #state1 = 1; return true }
range_functions.go:113:4: inlining call to h-range2.1-range1
range_functions.go:110:4: inlining call to each
range_functions.go:110:4: inlining call to h-range2.1-range1
range_functions.go:101:2: cannot inline each into h: repeated recursive cycle
range_functions.go:108:2: cannot inline each into h: repeated recursive cycle
range_functions.go:117:3: inlining call to a
range_functions.go:120:3: inlining call to d
range_functions.go:117:3: inlining call to each
range_functions.go:120:3: inlining call to each
range_functions.go:15:2: can inline a-range1 with cost 22 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; println(i); #state1 = 1; return true }
range_functions.go:117:3: inlining call to a-range1
range_functions.go:52:2: can inline d-range1 with cost 133 as: func(int) bool { #tmpState := #state1; #state1 = 2; if #tmpState != 1 { runtime.panicrangestate(#tmpState) }; #state2 := 1; #yield1 := func literal; each(#yield1); if #state2 == 2 { runtime.panicrangestate(4) }; #state2 = 3; if #next > 2 { runtime.panicrangestate(0) }; if #next == 1 { #next = 0; #state1 = 1; return true }; if #next == 2 { #next = 0; #state1 = 0; return false }; if #next > 0 { #state1 = 0; return false }; #state1 = 1; return true }
range_functions.go:120:3: inlining call to d-range1
range_functions.go:120:3: cannot inline each into main: repeated recursive cycle
range_functions.go:120:3: cannot inline each into main: repeated recursive cycle
range_functions.go:4:11: f does not escape
range_functions.go:37:2: c capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:36:11: c capturing by ref: x (addr=false assign=true width=8)
range_functions.go:36:18: c capturing by ref: err (addr=false assign=true width=16)
c capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:37:2: func literal escapes to heap in c:
range_functions.go:37:2:   flow: #yield1 ← &{storage for func literal}:
range_functions.go:37:2:     from func literal (spill) at range_functions.go:37:2
range_functions.go:37:2:     from #yield1 := func literal (assign) at range_functions.go:37:2
range_functions.go:37:2:   flow: {heap} ← #yield1:
range_functions.go:37:2:     from ext(#yield1) (call parameter) at range_functions.go:37:2
range_functions.go:37:2: #state1 escapes to heap in c:
range_functions.go:37:2:   flow: {storage for func literal} ← &#state1:
range_functions.go:37:2:     from #state1 (captured by a closure) at <unknown line number>
range_functions.go:37:2:     from #state1 (reference) at <unknown line number>
range_functions.go:36:11: x escapes to heap in c:
range_functions.go:36:11:   flow: {storage for func literal} ← &x:
range_functions.go:36:11:     from x (captured by a closure) at range_functions.go:38:3
range_functions.go:36:11:     from x (reference) at range_functions.go:38:3
range_functions.go:36:18: err escapes to heap in c:
range_functions.go:36:18:   flow: {storage for func literal} ← &err:
range_functions.go:36:18:     from err (captured by a closure) at range_functions.go:41:4
range_functions.go:36:18:     from err (reference) at range_functions.go:41:4
<unknown line number>: #next escapes to heap in c:
<unknown line number>:   flow: {storage for func literal} ← &#next:
<unknown line number>:     from #next (captured by a closure) at range_functions.go:41:4
<unknown line number>:     from #next (reference) at range_functions.go:41:4
range_functions.go:37:9: s does not escape
range_functions.go:36:11: moved to heap: x
range_functions.go:36:18: moved to heap: err
moved to heap: #next
range_functions.go:37:2: moved to heap: #state1
range_functions.go:37:2: func literal escapes to heap
range_functions.go:52:2: d capturing by ref: #state2 (addr=false assign=true width=8)
d capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:52:2: d capturing by value: i (addr=false assign=false width=8)
range_functions.go:52:2: func literal does not escape
range_functions.go:76:2: e capturing by ref: #state3 (addr=false assign=true width=8)
e capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:76:2: func literal does not escape
range_functions.go:87:2: g capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:86:10: g capturing by ref: #rv1 (addr=false assign=true width=8)
g capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:87:6: g-range1 capturing by value: i (addr=false assign=false width=8)
range_functions.go:87:2: func literal escapes to heap in g:
range_functions.go:87:2:   flow: #yield1 ← &{storage for func literal}:
range_functions.go:87:2:     from func literal (spill) at range_functions.go:87:2
range_functions.go:87:2:     from #yield1 := func literal (assign) at range_functions.go:87:2
range_functions.go:87:2:   flow: {heap} ← #yield1:
range_functions.go:87:2:     from ext(#yield1) (call parameter) at range_functions.go:87:2
range_functions.go:87:2: #state1 escapes to heap in g:
range_functions.go:87:2:   flow: {storage for func literal} ← &#state1:
range_functions.go:87:2:     from #state1 (captured by a closure) at <unknown line number>
range_functions.go:87:2:     from #state1 (reference) at <unknown line number>
range_functions.go:86:10: #rv1 escapes to heap in g:
range_functions.go:86:10:   flow: {storage for func literal} ← &#rv1:
range_functions.go:86:10:     from #rv1 (captured by a closure) at range_functions.go:88:3
range_functions.go:86:10:     from #rv1 (reference) at range_functions.go:88:3
<unknown line number>: #next escapes to heap in g:
<unknown line number>:   flow: {storage for func literal} ← &#next:
<unknown line number>:     from #next (captured by a closure) at range_functions.go:88:3
<unknown line number>:     from #next (reference) at range_functions.go:88:3
range_functions.go:88:10: func literal escapes to heap in g-range1:
range_functions.go:88:10:   flow: #rv1 ← &{storage for func literal}:
range_functions.go:88:10:     from func literal (spill) at range_functions.go:88:10
range_functions.go:88:10:     from #rv1 = func literal (assign) at range_functions.go:88:3
range_functions.go:87:6: parameter i leaks to {storage for func literal} for g-range1 with derefs=0:
range_functions.go:87:6:   flow: {storage for func literal} ← i:
range_functions.go:87:6:     from i (captured by a closure) at range_functions.go:88:27
range_functions.go:86:10: moved to heap: #rv1
moved to heap: #next
range_functions.go:87:2: moved to heap: #state1
range_functions.go:87:2: func literal escapes to heap
range_functions.go:88:10: func literal escapes to heap
range_functions.go:101:2: h capturing by ref: #state2 (addr=false assign=true width=8)
range_functions.go:108:2: h capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:108:2: h capturing by value: i (addr=false assign=false width=8)
range_functions.go:101:2: func literal does not escape
range_functions.go:108:2: func literal does not escape
range_functions.go:120:3: main capturing by ref: #state2 (addr=false assign=true width=8)
main capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:120:3: main capturing by value: i (addr=false assign=false width=8)
range_functions.go:120:3: func literal does not escape
# -m=2 -l
range_functions.go:4:11: f does not escape
range_functions.go:15:2: a capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:15:2: func literal does not escape
range_functions.go:21:2: b capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:20:10: b capturing by ref: #rv1 (addr=false assign=true width=8)
b capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:21:2: func literal does not escape
range_functions.go:37:2: c capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:36:11: c capturing by ref: x (addr=false assign=true width=8)
range_functions.go:36:18: c capturing by ref: err (addr=false assign=true width=16)
c capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:37:2: func literal escapes to heap in c:
range_functions.go:37:2:   flow: #yield1 ← &{storage for func literal}:
range_functions.go:37:2:     from func literal (spill) at range_functions.go:37:2
range_functions.go:37:2:     from #yield1 := func literal (assign) at range_functions.go:37:2
range_functions.go:37:2:   flow: {heap} ← #yield1:
range_functions.go:37:2:     from ext(#yield1) (call parameter) at range_functions.go:37:2
range_functions.go:37:2: #state1 escapes to heap in c:
range_functions.go:37:2:   flow: {storage for func literal} ← &#state1:
range_functions.go:37:2:     from #state1 (captured by a closure) at <unknown line number>
range_functions.go:37:2:     from #state1 (reference) at <unknown line number>
range_functions.go:36:11: x escapes to heap in c:
range_functions.go:36:11:   flow: {storage for func literal} ← &x:
range_functions.go:36:11:     from x (captured by a closure) at range_functions.go:38:3
range_functions.go:36:11:     from x (reference) at range_functions.go:38:3
range_functions.go:36:18: err escapes to heap in c:
range_functions.go:36:18:   flow: {storage for func literal} ← &err:
range_functions.go:36:18:     from err (captured by a closure) at range_functions.go:41:4
range_functions.go:36:18:     from err (reference) at range_functions.go:41:4
<unknown line number>: #next escapes to heap in c:
<unknown line number>:   flow: {storage for func literal} ← &#next:
<unknown line number>:     from #next (captured by a closure) at range_functions.go:41:4
<unknown line number>:     from #next (reference) at range_functions.go:41:4
range_functions.go:37:9: s does not escape
range_functions.go:36:11: moved to heap: x
range_functions.go:36:18: moved to heap: err
moved to heap: #next
range_functions.go:37:2: moved to heap: #state1
range_functions.go:37:2: func literal escapes to heap
range_functions.go:52:2: d capturing by ref: #state1 (addr=false assign=true width=8)
d capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:53:3: d-range1 capturing by ref: #state2 (addr=false assign=true width=8)
d capturing by ref: #next (addr=true assign=true width=8)
range_functions.go:52:6: d-range1 capturing by value: i (addr=false assign=false width=8)
range_functions.go:52:2: func literal does not escape
range_functions.go:53:3: func literal does not escape
range_functions.go:72:6: e capturing by value: p (addr=false assign=false width=8)
range_functions.go:73:2: e capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:75:6: e capturing by ref: k (addr=false assign=true width=8)
range_functions.go:76:2: e capturing by ref: #state2 (addr=false assign=true width=8)
e capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:75:6: e capturing by ref: k (addr=true assign=true width=8)
range_functions.go:79:3: e-range2 capturing by ref: #state3 (addr=false assign=true width=8)
e capturing by ref: #next (addr=true assign=true width=8)
range_functions.go:73:2: func literal does not escape
range_functions.go:76:2: func literal does not escape
range_functions.go:77:8: func literal does not escape
range_functions.go:79:3: func literal does not escape
range_functions.go:87:2: g capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:86:10: g capturing by ref: #rv1 (addr=false assign=true width=8)
g capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:87:6: g-range1 capturing by value: i (addr=false assign=false width=8)
range_functions.go:87:2: func literal escapes to heap in g:
range_functions.go:87:2:   flow: #yield1 ← &{storage for func literal}:
range_functions.go:87:2:     from func literal (spill) at range_functions.go:87:2
range_functions.go:87:2:     from #yield1 := func literal (assign) at range_functions.go:87:2
range_functions.go:87:2:   flow: {heap} ← #yield1:
range_functions.go:87:2:     from ext(#yield1) (call parameter) at range_functions.go:87:2
range_functions.go:87:2: #state1 escapes to heap in g:
range_functions.go:87:2:   flow: {storage for func literal} ← &#state1:
range_functions.go:87:2:     from #state1 (captured by a closure) at <unknown line number>
range_functions.go:87:2:     from #state1 (reference) at <unknown line number>
range_functions.go:86:10: #rv1 escapes to heap in g:
range_functions.go:86:10:   flow: {storage for func literal} ← &#rv1:
range_functions.go:86:10:     from #rv1 (captured by a closure) at range_functions.go:88:3
range_functions.go:86:10:     from #rv1 (reference) at range_functions.go:88:3
<unknown line number>: #next escapes to heap in g:
<unknown line number>:   flow: {storage for func literal} ← &#next:
<unknown line number>:     from #next (captured by a closure) at range_functions.go:88:3
<unknown line number>:     from #next (reference) at range_functions.go:88:3
range_functions.go:88:10: func literal escapes to heap in g-range1:
range_functions.go:88:10:   flow: #rv1 ← &{storage for func literal}:
range_functions.go:88:10:     from func literal (spill) at range_functions.go:88:10
range_functions.go:88:10:     from #rv1 = func literal (assign) at range_functions.go:88:3
range_functions.go:87:6: parameter i leaks to {storage for func literal} for g-range1 with derefs=0:
range_functions.go:87:6:   flow: {storage for func literal} ← i:
range_functions.go:87:6:     from i (captured by a closure) at range_functions.go:88:27
range_functions.go:86:10: moved to heap: #rv1
moved to heap: #next
range_functions.go:87:2: moved to heap: #state1
range_functions.go:87:2: func literal escapes to heap
range_functions.go:88:10: func literal escapes to heap
range_functions.go:95:3: h.func1 capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:94:14: h.func1 capturing by ref: #rv1 (addr=false assign=true width=8)
h.func1 capturing by ref: #next (addr=false assign=true width=8)
range_functions.go:95:3: func literal does not escape
range_functions.go:101:2: h capturing by ref: #state1 (addr=false assign=true width=8)
h capturing by value: #next (addr=false assign=false width=8)
range_functions.go:101:6: h-range1 capturing by value: i (addr=false assign=false width=8)
range_functions.go:104:3: h-range1 capturing by ref: #state2 (addr=false assign=true width=8)
range_functions.go:108:2: h capturing by ref: #state3 (addr=false assign=true width=8)
range_functions.go:108:6: h-range2 capturing by value: i (addr=false assign=false width=8)
range_functions.go:110:4: h-range2.1 capturing by ref: #state1 (addr=false assign=true width=8)
range_functions.go:108:6: h-range2 capturing by value: i (addr=false assign=false width=8)
range_functions.go:94:7: func literal does not escape
range_functions.go:101:2: func literal does not escape
range_functions.go:102:8: func literal does not escape
range_functions.go:104:3: func literal does not escape
range_functions.go:108:2: func literal does not escape
range_functions.go:109:3: func literal does not escape
range_functions.go:110:4: func literal does not escape
