deferred_literals.go:10:8: can inline main.func1 with cost 88 as: func(big) { fmt.Println(... argument...) }
deferred_literals.go:11:8: can inline main.func2 with cost 82 as: func(int) { fmt.Println(... argument...) }
deferred_literals.go:12:2: can inline main.func3 with cost 82 as: func(int) { fmt.Println(... argument...) }
deferred_literals.go:13:2: can inline main.func4 with cost 78 as: func() { fmt.Println(... argument...) }
deferred_literals.go:14:5: can inline main.func5 with cost 78 as: func() { fmt.Println(... argument...) }
deferred_literals.go:8:6: cannot inline main: unhandled op DEFER
deferred_literals.go:10:2: can inline main.deferwrap1 with cost 91 as: func() { .autotmp_1(.autotmp_2) }
deferred_literals.go:11:2: can inline main.deferwrap2 with cost 85 as: func() { .autotmp_3(3) }
deferred_literals.go:10:33: inlining call to fmt.Println
deferred_literals.go:11:33: inlining call to fmt.Println
deferred_literals.go:12:27: inlining call to fmt.Println
deferred_literals.go:13:22: inlining call to fmt.Println
deferred_literals.go:14:25: inlining call to fmt.Println
deferred_literals.go:12:47: inlining call to main.func3
deferred_literals.go:13:36: inlining call to main.func4
deferred_literals.go:12:47: inlining call to fmt.Println
deferred_literals.go:13:36: inlining call to fmt.Println
deferred_literals.go:10:63: inlining call to main.func1
deferred_literals.go:10:63: inlining call to fmt.Println
deferred_literals.go:11:53: inlining call to main.func2
deferred_literals.go:11:53: inlining call to fmt.Println
deferred_literals.go:10:34: "deferred" escapes to heap in main.func1:
deferred_literals.go:10:34:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:10:34:     from "deferred" (spill) at deferred_literals.go:10:34
deferred_literals.go:10:34:     from ... argument (slice-literal-element) at deferred_literals.go:10:33
deferred_literals.go:10:34:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:34:     from ... argument (spill) at deferred_literals.go:10:33
deferred_literals.go:10:34:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:33
deferred_literals.go:10:34:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:34:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:33
deferred_literals.go:10:49: x.a[1] escapes to heap in main.func1:
deferred_literals.go:10:49:   flow: {storage for ... argument} ← &{storage for x.a[1]}:
deferred_literals.go:10:49:     from x.a[1] (spill) at deferred_literals.go:10:49
deferred_literals.go:10:49:     from ... argument (slice-literal-element) at deferred_literals.go:10:33
deferred_literals.go:10:49:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:49:     from ... argument (spill) at deferred_literals.go:10:33
deferred_literals.go:10:49:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:33
deferred_literals.go:10:49:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:49:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:33
deferred_literals.go:10:57: x.a[2] escapes to heap in main.func1:
deferred_literals.go:10:57:   flow: {storage for ... argument} ← &{storage for x.a[2]}:
deferred_literals.go:10:57:     from x.a[2] (spill) at deferred_literals.go:10:57
deferred_literals.go:10:57:     from ... argument (slice-literal-element) at deferred_literals.go:10:33
deferred_literals.go:10:57:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:57:     from ... argument (spill) at deferred_literals.go:10:33
deferred_literals.go:10:57:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:33
deferred_literals.go:10:57:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:57:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:33
deferred_literals.go:10:33: ... argument does not escape
deferred_literals.go:10:34: "deferred" escapes to heap
deferred_literals.go:10:49: x.a[1] escapes to heap
deferred_literals.go:10:57: x.a[2] escapes to heap
deferred_literals.go:11:34: "deferred" escapes to heap in main.func2:
deferred_literals.go:11:34:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:11:34:     from "deferred" (spill) at deferred_literals.go:11:34
deferred_literals.go:11:34:     from ... argument (slice-literal-element) at deferred_literals.go:11:33
deferred_literals.go:11:34:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:34:     from ... argument (spill) at deferred_literals.go:11:33
deferred_literals.go:11:34:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:33
deferred_literals.go:11:34:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:34:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:33
deferred_literals.go:11:46: x escapes to heap in main.func2:
deferred_literals.go:11:46:   flow: {storage for ... argument} ← &{storage for x}:
deferred_literals.go:11:46:     from x (spill) at deferred_literals.go:11:46
deferred_literals.go:11:46:     from ... argument (slice-literal-element) at deferred_literals.go:11:33
deferred_literals.go:11:46:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:46:     from ... argument (spill) at deferred_literals.go:11:33
deferred_literals.go:11:46:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:33
deferred_literals.go:11:46:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:46:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:33
deferred_literals.go:11:49: x escapes to heap in main.func2:
deferred_literals.go:11:49:   flow: {storage for ... argument} ← &{storage for x}:
deferred_literals.go:11:49:     from x (spill) at deferred_literals.go:11:49
deferred_literals.go:11:49:     from ... argument (slice-literal-element) at deferred_literals.go:11:33
deferred_literals.go:11:49:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:49:     from ... argument (spill) at deferred_literals.go:11:33
deferred_literals.go:11:49:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:33
deferred_literals.go:11:49:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:49:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:33
deferred_literals.go:11:33: ... argument does not escape
deferred_literals.go:11:34: "deferred" escapes to heap
deferred_literals.go:11:46: x escapes to heap
deferred_literals.go:11:49: x escapes to heap
deferred_literals.go:14:26: "deferred" escapes to heap in main.func5:
deferred_literals.go:14:26:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:14:26:     from "deferred" (spill) at deferred_literals.go:14:26
deferred_literals.go:14:26:     from ... argument (slice-literal-element) at deferred_literals.go:14:25
deferred_literals.go:14:26:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:14:26:     from ... argument (spill) at deferred_literals.go:14:25
deferred_literals.go:14:26:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:14:25
deferred_literals.go:14:26:   flow: {heap} ← *fmt.a:
deferred_literals.go:14:26:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:14:25
deferred_literals.go:14:25: ... argument does not escape
deferred_literals.go:14:26: "deferred" escapes to heap
deferred_literals.go:14:5: func literal escapes to heap in main:
deferred_literals.go:14:5:   flow: {heap} ← &{storage for func literal}:
deferred_literals.go:14:5:     from func literal (spill) at deferred_literals.go:14:5
deferred_literals.go:10:8: main capturing by value: .autotmp_1 (addr=false assign=false width=8)
deferred_literals.go:10:2: main capturing by ref: .autotmp_2 (addr=false assign=false width=320)
deferred_literals.go:11:8: main capturing by value: .autotmp_3 (addr=false assign=false width=8)
deferred_literals.go:10:63: "deferred" escapes to heap in main.deferwrap1:
deferred_literals.go:10:63:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:10:63:     from "deferred" (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from ... argument (slice-literal-element) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:63:     from ... argument (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:63:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:63
deferred_literals.go:10:63: x.a[1] escapes to heap in main.deferwrap1:
deferred_literals.go:10:63:   flow: {storage for ... argument} ← &{storage for x.a[1]}:
deferred_literals.go:10:63:     from x.a[1] (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from ... argument (slice-literal-element) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:63:     from ... argument (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:63:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:63
deferred_literals.go:10:63: x.a[2] escapes to heap in main.deferwrap1:
deferred_literals.go:10:63:   flow: {storage for ... argument} ← &{storage for x.a[2]}:
deferred_literals.go:10:63:     from x.a[2] (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from ... argument (slice-literal-element) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:10:63:     from ... argument (spill) at deferred_literals.go:10:63
deferred_literals.go:10:63:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:10:63
deferred_literals.go:10:63:   flow: {heap} ← *fmt.a:
deferred_literals.go:10:63:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:10:63
deferred_literals.go:11:53: "deferred" escapes to heap in main.deferwrap2:
deferred_literals.go:11:53:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:11:53:     from "deferred" (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from ... argument (slice-literal-element) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:53:     from ... argument (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:53:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:53
deferred_literals.go:11:53: 3 escapes to heap in main.deferwrap2:
deferred_literals.go:11:53:   flow: {storage for ... argument} ← &{storage for 3}:
deferred_literals.go:11:53:     from 3 (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from ... argument (slice-literal-element) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:53:     from ... argument (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:53:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:53
deferred_literals.go:11:53: 3 escapes to heap in main.deferwrap2:
deferred_literals.go:11:53:   flow: {storage for ... argument} ← &{storage for 3}:
deferred_literals.go:11:53:     from 3 (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from ... argument (slice-literal-element) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:11:53:     from ... argument (spill) at deferred_literals.go:11:53
deferred_literals.go:11:53:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:11:53
deferred_literals.go:11:53:   flow: {heap} ← *fmt.a:
deferred_literals.go:11:53:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:11:53
deferred_literals.go:12:47: "deferred" escapes to heap in main:
deferred_literals.go:12:47:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:12:47:     from "deferred" (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from ... argument (slice-literal-element) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:47:     from ... argument (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:47:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:47
deferred_literals.go:12:47: 3 escapes to heap in main:
deferred_literals.go:12:47:   flow: {storage for ... argument} ← &{storage for 3}:
deferred_literals.go:12:47:     from 3 (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from ... argument (slice-literal-element) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:47:     from ... argument (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:47:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:47
deferred_literals.go:12:47: 3 escapes to heap in main:
deferred_literals.go:12:47:   flow: {storage for ... argument} ← &{storage for 3}:
deferred_literals.go:12:47:     from 3 (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from ... argument (slice-literal-element) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:47:     from ... argument (spill) at deferred_literals.go:12:47
deferred_literals.go:12:47:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:47
deferred_literals.go:12:47:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:47:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:47
deferred_literals.go:13:36: "deferred" escapes to heap in main:
deferred_literals.go:13:36:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:13:36:     from "deferred" (spill) at deferred_literals.go:13:36
deferred_literals.go:13:36:     from ... argument (slice-literal-element) at deferred_literals.go:13:36
deferred_literals.go:13:36:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:13:36:     from ... argument (spill) at deferred_literals.go:13:36
deferred_literals.go:13:36:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:13:36
deferred_literals.go:13:36:   flow: {heap} ← *fmt.a:
deferred_literals.go:13:36:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:13:36
deferred_literals.go:10:8: func literal does not escape
deferred_literals.go:10:63: ... argument does not escape
deferred_literals.go:10:63: "deferred" escapes to heap
deferred_literals.go:10:63: x.a[1] escapes to heap
deferred_literals.go:10:63: x.a[2] escapes to heap
deferred_literals.go:11:8: func literal does not escape
deferred_literals.go:11:53: ... argument does not escape
deferred_literals.go:11:53: "deferred" escapes to heap
deferred_literals.go:11:53: 3 escapes to heap
deferred_literals.go:11:53: 3 escapes to heap
deferred_literals.go:12:47: ... argument does not escape
deferred_literals.go:12:47: "deferred" escapes to heap
deferred_literals.go:12:47: 3 escapes to heap
deferred_literals.go:12:47: 3 escapes to heap
deferred_literals.go:13:36: ... argument does not escape
deferred_literals.go:13:36: "deferred" escapes to heap
deferred_literals.go:14:5: func literal escapes to heap
deferred_literals.go:12:28: "deferred" escapes to heap in main.func3:
deferred_literals.go:12:28:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:12:28:     from "deferred" (spill) at deferred_literals.go:12:28
deferred_literals.go:12:28:     from ... argument (slice-literal-element) at deferred_literals.go:12:27
deferred_literals.go:12:28:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:28:     from ... argument (spill) at deferred_literals.go:12:27
deferred_literals.go:12:28:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:27
deferred_literals.go:12:28:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:28:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:27
deferred_literals.go:12:40: x escapes to heap in main.func3:
deferred_literals.go:12:40:   flow: {storage for ... argument} ← &{storage for x}:
deferred_literals.go:12:40:     from x (spill) at deferred_literals.go:12:40
deferred_literals.go:12:40:     from ... argument (slice-literal-element) at deferred_literals.go:12:27
deferred_literals.go:12:40:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:40:     from ... argument (spill) at deferred_literals.go:12:27
deferred_literals.go:12:40:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:27
deferred_literals.go:12:40:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:40:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:27
deferred_literals.go:12:43: x escapes to heap in main.func3:
deferred_literals.go:12:43:   flow: {storage for ... argument} ← &{storage for x}:
deferred_literals.go:12:43:     from x (spill) at deferred_literals.go:12:43
deferred_literals.go:12:43:     from ... argument (slice-literal-element) at deferred_literals.go:12:27
deferred_literals.go:12:43:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:12:43:     from ... argument (spill) at deferred_literals.go:12:27
deferred_literals.go:12:43:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:12:27
deferred_literals.go:12:43:   flow: {heap} ← *fmt.a:
deferred_literals.go:12:43:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:12:27
deferred_literals.go:12:27: ... argument does not escape
deferred_literals.go:12:28: "deferred" escapes to heap
deferred_literals.go:12:40: x escapes to heap
deferred_literals.go:12:43: x escapes to heap
deferred_literals.go:13:23: "deferred" escapes to heap in main.func4:
deferred_literals.go:13:23:   flow: {storage for ... argument} ← &{storage for "deferred"}:
deferred_literals.go:13:23:     from "deferred" (spill) at deferred_literals.go:13:23
deferred_literals.go:13:23:     from ... argument (slice-literal-element) at deferred_literals.go:13:22
deferred_literals.go:13:23:   flow: fmt.a ← &{storage for ... argument}:
deferred_literals.go:13:23:     from ... argument (spill) at deferred_literals.go:13:22
deferred_literals.go:13:23:     from fmt.a := ... argument (assign-pair) at deferred_literals.go:13:22
deferred_literals.go:13:23:   flow: {heap} ← *fmt.a:
deferred_literals.go:13:23:     from fmt.Fprintln(os.Stdout, fmt.a...) (call parameter) at deferred_literals.go:13:22
deferred_literals.go:13:22: ... argument does not escape
deferred_literals.go:13:23: "deferred" escapes to heap
