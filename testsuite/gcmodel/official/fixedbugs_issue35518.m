issue35518.go:25:2: m escapes to heap in f1:
issue35518.go:25:2:   flow: {heap} ← &m:
issue35518.go:25:2:     from &m (address-of) at issue35518.go:26:9
issue35518.go:25:2:     from sink = &m (assign) at issue35518.go:26:7
issue35518.go:22:6: n escapes to heap in f1:
issue35518.go:22:6:   flow: n ← &n:
issue35518.go:22:6:     from &n (address-of) at issue35518.go:23:11
issue35518.go:22:6:     from n.Orig = &n (assign) at issue35518.go:23:9
issue35518.go:22:6:   warning: truncated explanation due to assignment cycle; see golang.org/issue/35518
issue35518.go:22:6: moved to heap: n
issue35518.go:25:2: moved to heap: m
issue35518.go:34:2: m escapes to heap in f2:
issue35518.go:34:2:   flow: {heap} ← &m:
issue35518.go:34:2:     from &m (address-of) at issue35518.go:35:9
issue35518.go:34:2:     from sink = &m (assign) at issue35518.go:35:7
issue35518.go:30:10: n2 escapes to heap in f2:
issue35518.go:30:10:   flow: n1 ← &n2:
issue35518.go:30:10:     from &n2 (address-of) at issue35518.go:31:12
issue35518.go:30:10:     from n1.Orig = &n2 (assign) at issue35518.go:31:10
issue35518.go:30:10:   flow: n2 ← n1:
issue35518.go:30:10:     from n2 = n1 (assign) at issue35518.go:32:5
issue35518.go:30:10:   warning: truncated explanation due to assignment cycle; see golang.org/issue/35518
issue35518.go:30:10: moved to heap: n2
issue35518.go:34:2: moved to heap: m
issue35518.go:39:10: n2 escapes to heap in f3:
issue35518.go:39:10:   flow: n1 ← &n2:
issue35518.go:39:10:     from &n2 (address-of) at issue35518.go:41:12
issue35518.go:39:10:     from n1.Orig = &n2 (assign) at issue35518.go:41:10
issue35518.go:39:10:   flow: n1 ← &n1:
issue35518.go:39:10:     from &n1 (address-of) at issue35518.go:40:12
issue35518.go:39:10:     from n1.Orig = &n1 (assign) at issue35518.go:40:10
issue35518.go:39:10:   warning: truncated explanation due to assignment cycle; see golang.org/issue/35518
issue35518.go:39:6: n1 escapes to heap in f3:
issue35518.go:39:6:   flow: n1 ← &n1:
issue35518.go:39:6:     from &n1 (address-of) at issue35518.go:40:12
issue35518.go:39:6:     from n1.Orig = &n1 (assign) at issue35518.go:40:10
issue35518.go:39:6:   warning: truncated explanation due to assignment cycle; see golang.org/issue/35518
issue35518.go:39:6: moved to heap: n1
issue35518.go:39:10: moved to heap: n2
