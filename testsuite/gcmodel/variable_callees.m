variable_callees.go:6:6: cannot inline a: function too complex: cost 88 exceeds budget 80
variable_callees.go:8:6: can inline a.func1 with cost 27 as: func(*int) *int { if p == nil { return f(p) }; return p }
variable_callees.go:19:6: can inline b.func1 with cost 0 as: func(*int) {  }
variable_callees.go:17:6: cannot inline b: function too complex: cost 88 exceeds budget 80
variable_callees.go:23:6: can inline c with cost 27 as: func() { n = <nil>; n = 5; s := make([]int, n); _ = s; i = <nil>; i = n; _ = i }
variable_callees.go:35:7: can inline d.func1 with cost 0 as: func(*int) {  }
variable_callees.go:32:6: cannot inline d: function too complex: cost 90 exceeds budget 80
variable_callees.go:41:6: can inline main with cost 0 as: func() {  }
variable_callees.go:7:6: a capturing by ref: f (addr=false assign=true width=8)
variable_callees.go:8:11: parameter p leaks to ~r0 for a.func1 with derefs=0:
variable_callees.go:8:11:   flow: ~r0 ← p:
variable_callees.go:8:11:     from return p (return) at variable_callees.go:12:3
variable_callees.go:8:11: leaking param: p to result ~r0 level=0
variable_callees.go:8:6: func literal does not escape
variable_callees.go:19:11: p does not escape
variable_callees.go:19:6: func literal does not escape
variable_callees.go:26:11: make([]int, n) does not escape
variable_callees.go:29:6: n does not escape
variable_callees.go:35:12: p does not escape
variable_callees.go:35:7: func literal does not escape
